#pragma once

#include <atomic>
#include <cstdint>
#include <deque>

#include "algorithms/tuner/trial_slots.hpp"
#include "algorithms/tuner/tuner.hpp"
#include "bench/run/cell_log.hpp"
#include "bench/run/evaluator.hpp"
#include "bench/run/event_queue.hpp"
#include "bench/run/fate.hpp"

namespace sweep {

/// A cell on a simulated cluster: equal workers on a virtual clock, on which events are ordered by
/// (time, trial). A free worker asks the tuner for a job; each step takes the objective's cost, and
/// its report goes to the tuner, which lets the trial go on or frees its worker. Trials that ended
/// are written to the log.
class Simulation {
 public:
  struct Setup {
    Tuner tuner;
    Evaluator evaluator;
    ClusterOptions cluster;
    std::uint64_t workers;
    Stream fates;  // what befalls the jobs
  };

  Simulation(Setup setup, CellLog& log);

  /// To its end; false if `stop` became true before. Throws SearcherError if the searcher breaks.
  bool run(const std::atomic<bool>& stop);

 private:
  /// What the cluster knows of a trial that has begun and not ended.
  struct SimulatedTrial {
    PointView point;
    int evaluated = 0;           // steps; those not yet reported are under way to the tuner
    int until = 0;               // the step its worker is kept for
    std::uint32_t jobs = 0;      // stretches on one worker; steps of an earlier one are void
    std::uint32_t pauses = 0;    // reports from before a pause are void
    std::uint32_t attempts = 0;  // at a step
    double slowness = 1;         // of the present job
    double busy_since = 0;       // when the present attempt began
    bool has_worker = false;
    bool is_interrupted = false;  // waits for another worker
  };

  // What a free worker does.
  void employ_workers();
  bool take_job();  // false if there is none for now
  void resume_interrupted();
  void begin_job(TrialId id, SimulatedTrial& live, int until);
  void begin_step(TrialId id, SimulatedTrial& live, double delay);

  // What an event does.
  [[nodiscard]] static bool is_void(const Event& event, const SimulatedTrial& live);
  void happen(const Event& event, SimulatedTrial& live);
  void step_ended(TrialId id, SimulatedTrial& live, StepEnd end);
  void evaluated(TrialId id, SimulatedTrial& live);
  void report(TrialId id, SimulatedTrial& live, int step);
  void pause(SimulatedTrial& live, int step);
  void preempt(TrialId id, SimulatedTrial& live);

  void write_ended();
  void release_worker(SimulatedTrial& live);

  Setup setup_;
  CellLog& log_;
  Fates fates_;
  EventQueue events_;
  TrialSlots<SimulatedTrial> live_;
  std::deque<TrialId> interrupted_;  // preempted, waiting for a worker, in that order
  std::uint64_t free_workers_;
  double now_ = 0;
};

}  // namespace sweep
