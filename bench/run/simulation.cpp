#include "bench/run/simulation.hpp"

#include <utility>
#include <variant>

namespace sweep {

Simulation::Simulation(Setup setup, CellLog& log)
    : setup_(std::move(setup)),
      log_(log),
      fates_(setup_.cluster, setup_.fates),
      free_workers_(setup_.workers) {}

bool Simulation::run(const std::atomic<bool>& stop) {
  employ_workers();
  while (!events_.empty()) {
    if (stop.load(std::memory_order_relaxed)) return false;
    const Event event = events_.pop();
    SimulatedTrial* live = live_.find(event.trial);
    if (!live || is_void(event, *live)) continue;
    now_ = event.time;
    happen(event, *live);
    employ_workers();
  }
  while (setup_.tuner.finish_one()) write_ended();
  if (setup_.tuner.is_searched()) log_.set_exhausted();
  return true;
}

void Simulation::employ_workers() {
  while (free_workers_ > 0) {
    if (!interrupted_.empty()) {
      resume_interrupted();
    } else if (!take_job()) {
      return;
    }
  }
}

bool Simulation::take_job() {
  const NextJob next = setup_.tuner.next();
  write_ended();
  const Job* job = std::get_if<Job>(&next);
  if (!job) return false;
  SimulatedTrial& live = job->is_new ? live_.begin(job->trial) : *live_.find(job->trial);
  live.point = job->point;
  begin_job(job->trial, live, job->until);
  return true;
}

// Passes over a trial that a late report has ended or paused meanwhile.
void Simulation::resume_interrupted() {
  const TrialId id = interrupted_.front();
  interrupted_.pop_front();
  SimulatedTrial* live = live_.find(id);
  if (live && live->is_interrupted) begin_job(id, *live, live->until);
}

void Simulation::begin_job(TrialId id, SimulatedTrial& live, int until) {
  --free_workers_;
  live.has_worker = true;
  live.is_interrupted = false;
  live.until = until;
  live.slowness = fates_.slowness(id, ++live.jobs);
  begin_step(id, live, setup_.cluster.startup);
}

void Simulation::begin_step(TrialId id, SimulatedTrial& live, double delay) {
  const double cost = setup_.evaluator.seconds(live.point, live.evaluated + 1) * live.slowness;
  const StepFate fate = fates_.step(id, live.attempts++, cost);
  live.busy_since = now_;
  events_.push({now_ + delay + fate.seconds, id, Event::Kind::step_ended, fate.end, live.jobs, 0});
}

bool Simulation::is_void(const Event& event, const SimulatedTrial& live) {
  if (event.kind == Event::Kind::report_arrived) return event.turn != live.pauses;
  return !live.has_worker || event.turn != live.jobs;
}

void Simulation::happen(const Event& event, SimulatedTrial& live) {
  if (event.kind == Event::Kind::report_arrived) {
    report(event.trial, live, event.step);
  } else {
    step_ended(event.trial, live, event.end);
  }
}

void Simulation::step_ended(TrialId id, SimulatedTrial& live, StepEnd end) {
  log_.add_worker_time(now_ - live.busy_since);
  live.busy_since = now_;
  if (end == StepEnd::reported) {
    evaluated(id, live);
  } else if (end == StepEnd::preempted) {
    preempt(id, live);
  } else {
    // Reports that are still on their way are lost with it.
    setup_.tuner.ended(id, TrialState::failed);
    write_ended();
  }
}

// One more step is done. Its worker goes on, unless the job is over, until it hears otherwise.
void Simulation::evaluated(TrialId id, SimulatedTrial& live) {
  const int step = ++live.evaluated;
  log_.add_step();
  if (setup_.cluster.late > 0) {
    events_.push({now_ + setup_.cluster.late, id, Event::Kind::report_arrived, StepEnd::reported,
                  live.pauses, step});
    if (step == live.until) release_worker(live);
  } else {
    report(id, live, step);
  }
  SimulatedTrial* still = live_.find(id);
  if (still && still->has_worker) begin_step(id, *still, 0);
}

void Simulation::report(TrialId id, SimulatedTrial& live, int step) {
  const Observation seen{step, setup_.evaluator.loss(id, live.point, step)};
  const Decision decision = setup_.tuner.report(id, seen, live.evaluated);
  if (decision.verdict == Verdict::pause) pause(live, step);
  write_ended();
}

void Simulation::pause(SimulatedTrial& live, int step) {
  if (live.has_worker) release_worker(live);
  ++live.pauses;
  live.is_interrupted = false;
  live.evaluated = step;
}

void Simulation::preempt(TrialId id, SimulatedTrial& live) {
  interrupted_.push_back(id);
  release_worker(live);
  live.is_interrupted = true;
}

void Simulation::write_ended() {
  while (const auto ended = setup_.tuner.take_ended()) {
    const Trial& trial = ended->trial;
    SimulatedTrial& live = *live_.find(trial.id);
    if (live.has_worker) release_worker(live);
    const bool has_failed = trial.state == TrialState::failed;
    const int full_steps = has_failed ? live.evaluated : setup_.evaluator.max_step();
    log_.add(trial, setup_.evaluator.outcome(trial), full_steps, now_);
    live_.end(trial.id);
  }
}

// The time of an attempt that is broken off from outside was spent all the same.
void Simulation::release_worker(SimulatedTrial& live) {
  log_.add_worker_time(now_ - live.busy_since);
  live.has_worker = false;
  ++free_workers_;
}

}  // namespace sweep
