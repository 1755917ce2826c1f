#pragma once

#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

#include "algorithms/space/trial.hpp"

namespace sweep {

/// A trial that has begun and not ended, and what its worker knows of it.
struct LiveTrial {
  Trial trial;                 // its curve: what has been reported
  int evaluated = 0;           // steps; those not yet reported are under way to the scheduler
  int until = 0;               // the step its worker is kept for
  std::uint32_t jobs = 0;      // stretches on one worker; steps of an earlier one are void
  std::uint32_t pauses = 0;    // reports from before a pause are void
  std::uint32_t attempts = 0;  // at a step
  double slowness = 1;         // of the present job
  double busy_since = 0;       // when the present attempt began
  bool has_worker = false;
  bool is_interrupted = false;  // waits for another worker
};

/// The trials that have begun and not ended, by their ids. A trial stays where it is until it ends.
class LiveTrials {
 public:
  LiveTrial& begin(TrialId id, Point point) {
    std::uint32_t slot = 0;
    if (free_.empty()) {
      slot = static_cast<std::uint32_t>(slots_.size());
      slots_.emplace_back();
    } else {
      slot = free_.back();
      free_.pop_back();
      slots_[slot] = {};
    }
    if (id >= slot_of_.size()) slot_of_.resize(id + 1, kNone);
    slot_of_[id] = slot;
    slots_[slot].trial.id = id;
    slots_[slot].trial.point = std::move(point);
    return slots_[slot];
  }

  /// nullptr if the trial has ended.
  LiveTrial* find(TrialId id) {
    return id < slot_of_.size() && slot_of_[id] != kNone ? &slots_[slot_of_[id]] : nullptr;
  }

  void end(TrialId id) {
    slots_[slot_of_[id]].trial = {};
    free_.push_back(slot_of_[id]);
    slot_of_[id] = kNone;
  }

  /// Their ids, in order.
  [[nodiscard]] std::vector<TrialId> ids() const {
    std::vector<TrialId> ids;
    for (TrialId id = 0; id < slot_of_.size(); ++id) {
      if (slot_of_[id] != kNone) ids.push_back(id);
    }
    return ids;
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  std::deque<LiveTrial> slots_;
  std::vector<std::uint32_t> free_;
  std::vector<std::uint32_t> slot_of_;  // by trial
};

}  // namespace sweep
