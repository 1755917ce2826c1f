#include "bench/run/simulation.hpp"

#include <cassert>
#include <cmath>
#include <limits>
#include <utility>
#include <variant>

#include "bench/run/stopwatch.hpp"

namespace sweep {
namespace {

bool is_void(const Event& event, const LiveTrial& live) {
  if (event.kind == Event::Kind::report_arrived) return event.turn != live.pauses;
  return !live.has_worker || event.turn != live.jobs;
}

}  // namespace

Simulation::Simulation(Setup setup, CellLog& log)
    : setup_(std::move(setup)),
      log_(log),
      fates_(setup_.cluster, setup_.streams.cluster),
      free_workers_(setup_.workers) {}

bool Simulation::run(const std::atomic<bool>& stop) {
  employ_workers();
  while (!events_.empty()) {
    if (stop.load(std::memory_order_relaxed)) return false;
    const Event event = events_.pop();
    LiveTrial* live = live_.find(event.trial);
    if (!live || is_void(event, *live)) continue;
    now_ = event.time;
    happen(event, *live);
    employ_workers();
  }
  for (const TrialId id : live_.ids()) end(*live_.find(id), TrialState::stopped);
  log_.add_searcher_time(learning_seconds_, 0);
  return true;
}

std::optional<TrialId> Simulation::fresh() const {
  if (is_exhausted_ || !setup_.budget.is_open()) return std::nullopt;
  return begun_;
}

void Simulation::employ_workers() {
  while (free_workers_ > 0) {
    if (!interrupted_.empty()) {
      resume_interrupted();
    } else if (!obey(setup_.scheduler.next(fresh()))) {
      return;
    }
  }
}

bool Simulation::obey(const Order& order) {
  if (const auto* start = std::get_if<Start>(&order)) {
    begin_trial(start->until);
  } else if (const auto* resume = std::get_if<Resume>(&order)) {
    LiveTrial& live = *live_.find(resume->trial);
    setup_.budget.take_steps(resume->until - live.evaluated);
    begin_job(live, resume->until);
  } else if (const auto* give_up = std::get_if<GiveUp>(&order)) {
    end(*live_.find(give_up->trial), TrialState::stopped);
  } else {
    return false;
  }
  return true;
}

// Unless a late report has ended or paused it meanwhile.
void Simulation::resume_interrupted() {
  LiveTrial* live = live_.find(interrupted_.front());
  interrupted_.pop_front();
  if (live && live->is_interrupted) begin_job(*live, live->until);
}

void Simulation::begin_trial(int until) {
  const TrialId id = begun_;
  const Stopwatch asking;
  std::optional<Point> point = setup_.searcher.ask(id, setup_.streams.trials.child(id));
  if (!point) {
    is_exhausted_ = true;
    log_.set_exhausted();
    setup_.scheduler.ended(id, TrialState::failed);
    return;
  }
  log_.add_searcher_time(asking.seconds() + std::exchange(learning_seconds_, 0), 1);
  const Explanation* explanation = setup_.searcher.explain();
  if (explanation && !explanation->fallback.empty()) log_.add_fallback();
  ++begun_;
  setup_.budget.begin_trial();
  setup_.budget.take_steps(until);
  begin_job(live_.begin(id, *std::move(point)), until);
}

void Simulation::begin_job(LiveTrial& live, int until) {
  --free_workers_;
  live.has_worker = true;
  live.is_interrupted = false;
  live.until = until;
  live.slowness = fates_.slowness(live.trial.id, ++live.jobs);
  begin_step(live, setup_.cluster.startup);
}

void Simulation::begin_step(LiveTrial& live, double delay) {
  const double cost =
      setup_.objective.cost_seconds(live.trial.point.values, live.evaluated + 1) * live.slowness;
  const StepFate fate = fates_.step(live.trial.id, live.attempts++, cost);
  live.busy_since = now_;
  events_.push({now_ + delay + fate.seconds, live.trial.id, Event::Kind::step_ended, fate.end,
                live.jobs, 0});
}

void Simulation::happen(const Event& event, LiveTrial& live) {
  if (event.kind == Event::Kind::report_arrived) {
    report(live, event.step);
  } else {
    step_ended(live, event.end);
  }
}

void Simulation::step_ended(LiveTrial& live, StepEnd end) {
  log_.add_worker_time(now_ - live.busy_since);
  live.busy_since = now_;
  if (end == StepEnd::reported) {
    evaluated(live);
  } else if (end == StepEnd::preempted) {
    preempt(live);
  } else {
    // Reports that are still on their way are lost with it.
    const int step = static_cast<int>(live.trial.curve.size()) + 1;
    live.trial.curve.push_back({step, std::numeric_limits<double>::quiet_NaN()});
    end_by_itself(live, TrialState::failed);
  }
}

// One more step is done. Its worker goes on, unless the job is over, until it hears otherwise.
void Simulation::evaluated(LiveTrial& live) {
  const int step = ++live.evaluated;
  const TrialId id = live.trial.id;
  log_.add_step();
  if (setup_.cluster.late > 0) {
    events_.push({now_ + setup_.cluster.late, id, Event::Kind::report_arrived, StepEnd::reported,
                  live.pauses, step});
    if (step == live.until) release_worker(live);
  } else {
    report(live, step);
  }
  LiveTrial* still = live_.find(id);
  if (still && still->has_worker) begin_step(*still, 0);
}

void Simulation::report(LiveTrial& live, int step) {
  const Observation seen{step, setup_.objective.loss(live.trial.point.values, step,
                                                     setup_.streams.noise.child(live.trial.id))};
  live.trial.curve.push_back(seen);
  if (std::isnan(seen.loss)) {
    end_by_itself(live, TrialState::failed);
  } else {
    decide(live, seen);
  }
}

void Simulation::decide(LiveTrial& live, const Observation& seen) {
  const Verdict verdict = setup_.scheduler.report(live.trial.id, seen.step, seen.loss).verdict;
  if (seen.step == setup_.objective.max_step()) {
    end_by_itself(live, TrialState::completed);
  } else if (verdict == Verdict::stop) {
    stop_trial(live);
  } else if (verdict == Verdict::pause) {
    pause(live);
  } else {
    assert(seen.step < live.until);
  }
}

void Simulation::pause(LiveTrial& live) {
  setup_.budget.give_back(live.until - live.evaluated);
  if (live.has_worker) release_worker(live);
  ++live.pauses;
  live.is_interrupted = false;
  live.evaluated = live.trial.curve.back().step;
  const Stopwatch learning;
  setup_.searcher.observe(live.trial);
  learning_seconds_ += learning.seconds();
}

void Simulation::stop_trial(LiveTrial& live) {
  setup_.budget.give_back(live.until - live.evaluated);
  end(live, TrialState::stopped);
}

void Simulation::preempt(LiveTrial& live) {
  interrupted_.push_back(live.trial.id);
  release_worker(live);
  live.is_interrupted = true;
}

void Simulation::end_by_itself(LiveTrial& live, TrialState state) {
  setup_.scheduler.ended(live.trial.id, state);
  end(live, state);
}

void Simulation::end(LiveTrial& live, TrialState state) {
  if (live.has_worker) release_worker(live);
  live.trial.state = state;
  const Stopwatch learning;
  setup_.searcher.tell(live.trial);
  learning_seconds_ += learning.seconds();
  const bool has_failed = state == TrialState::failed;
  const int full_steps = has_failed ? live.evaluated : setup_.objective.max_step();
  log_.add(live.trial, full_steps, now_, full_loss(live.trial));
  live_.end(live.trial.id);
}

double Simulation::full_loss(const Trial& trial) const {
  if (trial.state != TrialState::stopped) return trial.loss();
  return setup_.objective.loss(trial.point.values, setup_.objective.max_step(),
                               setup_.streams.noise.child(trial.id));
}

// The time of an attempt that is broken off from outside was spent all the same.
void Simulation::release_worker(LiveTrial& live) {
  log_.add_worker_time(now_ - live.busy_since);
  live.has_worker = false;
  ++free_workers_;
}

}  // namespace sweep
