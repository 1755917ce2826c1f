#pragma once

#include <cstdint>
#include <queue>
#include <tuple>
#include <vector>

#include "algorithms/space/trial.hpp"
#include "bench/run/fate.hpp"

namespace sweep {

/// Something that happens to a trial at a virtual time.
struct Event {
  enum class Kind : std::uint8_t { step_ended, report_arrived };

  double time;
  TrialId trial;
  Kind kind;
  StepEnd end;         // of the step that ended
  std::uint32_t turn;  // the trial's job or pause; void once there has been another
  int step;            // of the report that arrived
};

/// What will happen, soonest first; at the same time the lower trial, and of one trial the end of a
/// step first. Both queues of one cell hold at most a few events for each busy worker.
class EventQueue {
 public:
  [[nodiscard]] bool empty() const { return events_.empty(); }
  void push(const Event& event) { events_.push(event); }
  Event pop() {
    const Event first = events_.top();
    events_.pop();
    return first;
  }

 private:
  struct Later {
    bool operator()(const Event& a, const Event& b) const {
      const auto key = [](const Event& e) { return std::tuple(e.time, e.trial, e.kind, e.step); };
      return key(b) < key(a);
    }
  };
  std::priority_queue<Event, std::vector<Event>, Later> events_;
};

}  // namespace sweep
