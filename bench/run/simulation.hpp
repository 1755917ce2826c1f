#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <optional>

#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/tuner/budget.hpp"
#include "bench/run/cell_log.hpp"
#include "bench/run/cell_streams.hpp"
#include "bench/run/event_queue.hpp"
#include "bench/run/fate.hpp"
#include "bench/run/live_trials.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// A cell on a simulated cluster: equal workers on a virtual clock, on which events are ordered by
/// (time, trial). A free worker asks the scheduler; a new trial's point comes from the searcher;
/// each step takes the objective's cost, and its report goes to the scheduler, which lets the trial
/// go on, pauses it, or stops it. Ended trials are told to the searcher and written to the log.
class Simulation {
 public:
  struct Setup {
    const Objective& objective;
    Searcher searcher;
    Scheduler scheduler;
    ClusterOptions cluster;
    std::uint64_t workers;
    Budget budget;
    CellStreams streams;
  };

  Simulation(Setup setup, CellLog& log);

  /// To its end; false if `stop` became true before.
  bool run(const std::atomic<bool>& stop);

 private:
  // What a free worker does.
  void employ_workers();
  bool obey(const Order& order);  // false for Wait
  void resume_interrupted();
  void begin_trial(int until);
  void begin_job(LiveTrial& live, int until);
  void begin_step(LiveTrial& live, double delay);

  // What an event does.
  void happen(const Event& event, LiveTrial& live);
  void step_ended(LiveTrial& live, StepEnd end);
  void evaluated(LiveTrial& live);
  void report(LiveTrial& live, int step);
  void decide(LiveTrial& live, const Observation& seen);
  void pause(LiveTrial& live);
  void preempt(LiveTrial& live);
  void end_by_itself(LiveTrial& live, TrialState state);
  void stop_trial(LiveTrial& live);
  void end(LiveTrial& live, TrialState state);

  void release_worker(LiveTrial& live);
  [[nodiscard]] std::optional<TrialId> fresh() const;
  /// What the trial's last step reports, or would have reported; NaN if it failed.
  [[nodiscard]] double full_loss(const Trial& trial) const;

  Setup setup_;
  CellLog& log_;
  Fates fates_;
  EventQueue events_;
  LiveTrials live_;
  std::deque<TrialId> interrupted_;  // preempted, waiting for a worker, in that order
  std::uint64_t free_workers_;
  TrialId begun_ = 0;
  bool is_exhausted_ = false;
  double now_ = 0;
  double learning_seconds_ = 0;  // of the searcher, since it was last asked
};

}  // namespace sweep
