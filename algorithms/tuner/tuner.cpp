#include "algorithms/tuner/tuner.hpp"

#include <cassert>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "algorithms/search/searcher_error.hpp"

namespace sweep {

std::optional<TrialId> Tuner::fresh() const {
  if (is_searched_ || held_start_ || !setup_.budget.is_open()) return std::nullopt;
  return begun_;
}

NextJob Tuner::next() {
  if (held_start_) {
    if (const auto job = begin(*held_start_)) return *job;
  }
  while (true) {
    if (auto answer = obey(setup_.scheduler.next(fresh()))) return *answer;
  }
}

// Nothing if the scheduler is to be asked again.
std::optional<NextJob> Tuner::obey(const Order& order) {
  if (const auto* start = std::get_if<Start>(&order)) return begin(start->until);
  if (const auto* resumed = std::get_if<Resume>(&order)) return resume(*resumed);
  if (const auto* give_up = std::get_if<GiveUp>(&order)) {
    end(give_up->trial, TrialState::stopped, give_up->reason);
    return std::nullopt;
  }
  return nothing_to_do();
}

// Nothing if there is no point: the searcher has none left, or its results are awaited.
std::optional<Job> Tuner::begin(int until) {
  const TrialId id = begun_;
  Proposal proposal = guard_searcher([&] {
    setup_.searcher.aim(until);
    return setup_.searcher.ask(id, setup_.trials.child(id));
  });
  held_start_.reset();
  check_width(proposal);
  if (std::holds_alternative<NotYet>(proposal)) {
    held_start_ = until;
    return std::nullopt;
  }
  if (std::holds_alternative<Exhausted>(proposal)) {
    is_searched_ = true;
    setup_.scheduler.ended(id, TrialState::failed);
    return std::nullopt;
  }
  ++begun_;
  ++under_way_;
  setup_.budget.begin_trial();
  setup_.budget.take_steps(until);
  LiveTrial& live = live_.begin(id);
  live.trial.id = id;
  live.trial.point = std::get<Point>(std::move(proposal));
  live.phase = Running{until, 0};
  return Job{id, live.trial.point.values, 0, until, true};
}

// Points of another width would be read beyond their ends.
void Tuner::check_width(const Proposal& proposal) const {
  const Point* point = std::get_if<Point>(&proposal);
  if (!point || !setup_.width || point->values.size() == *setup_.width) return;
  throw SearcherError("it proposed a point of " + std::to_string(point->values.size()) +
                      " values for " + std::to_string(*setup_.width) + " parameters");
}

Job Tuner::resume(const Resume& order) {
  LiveTrial& live = *live_.find(order.trial);
  assert(std::holds_alternative<Paused>(live.phase));
  const int taken = live.trial.curve.back().step;
  setup_.budget.take_steps(order.until - taken);
  ++under_way_;
  live.phase = Running{order.until, taken};
  return {order.trial, live.trial.point.values, taken, order.until};
}

NextJob Tuner::nothing_to_do() const {
  if (under_way_ > 0) return Wait{};
  if (held_start_) {
    throw SearcherError(
        "it waits for results before its next point, and no trial is under way (of those that are "
        "paused, it was shown what they reported)");
  }
  return Exhausted{};
}

Decision Tuner::report(TrialId id, const Observation& seen, int taken,
                       std::span<const double> others) {
  assert(is_under_way(id));
  LiveTrial& live = *live_.find(id);
  std::get<Running>(live.phase).taken = taken;
  live.trial.curve.push_back(seen);
  live.trial.others.insert(live.trial.others.end(), others.begin(), others.end());
  const bool is_live = setup_.reports == Reports::live;
  if (is_live && std::isnan(seen.loss)) {
    end_by_itself(id, TrialState::failed);
    return {Verdict::stop, {}};
  }
  const Decision decision = setup_.scheduler.report(id, seen.step, seen.loss);
  if (seen.step >= setup_.max_step) {
    if (!is_live) return {};
    end_by_itself(id, TrialState::completed);
    return {Verdict::stop, {}};
  }
  if (decision.verdict == Verdict::pause) become_paused(live);
  if (decision.verdict == Verdict::stop) {
    give_back(live);
    end(id, TrialState::stopped, decision.reason);
  }
  return decision;
}

void Tuner::give_back(const LiveTrial& live) {
  const Running& running = std::get<Running>(live.phase);
  setup_.budget.give_back(running.until - running.taken);
}

void Tuner::become_paused(LiveTrial& live) {
  give_back(live);
  --under_way_;
  live.phase = Paused{};
  guard_searcher([&] { setup_.searcher.observe(live.trial); });
}

void Tuner::ended(TrialId id, TrialState state) {
  assert(is_under_way(id));
  if (state == TrialState::failed && setup_.reports == Reports::live) {
    std::vector<Observation>& curve = live_.find(id)->trial.curve;
    const int step = curve.empty() ? 1 : curve.back().step + 1;
    curve.push_back({step, std::numeric_limits<double>::quiet_NaN()});
  }
  end_by_itself(id, state);
}

void Tuner::end_by_itself(TrialId id, TrialState state) {
  setup_.scheduler.ended(id, state);
  end(id, state, {});
}

void Tuner::end(TrialId id, TrialState state, const Reason& reason) {
  LiveTrial& live = *live_.find(id);
  if (std::holds_alternative<Running>(live.phase)) --under_way_;
  live.trial.state = state;
  guard_searcher([&] { setup_.searcher.tell(live.trial); });
  ended_.push_back({std::move(live.trial), reason});
  live_.end(id);
}

Decision Tuner::adopt(Trial trial) {
  const TrialId id = trial.id;
  assert(id >= begun_);
  begun_ = id + 1;
  static_cast<void>(setup_.scheduler.next(id));
  Decision last;
  for (const Observation& seen : trial.curve) {
    const bool holds = last.verdict == Verdict::stop && setup_.scheduler.judges_at_rungs();
    if (!holds) last = setup_.scheduler.report(id, seen.step, seen.loss);
  }
  if (last.reason.step == 0 && !trial.curve.empty()) last.reason.step = trial.curve.back().step;
  if (trial.state == TrialState::running) {
    guard_searcher([&] { setup_.searcher.observe(trial); });
    ++under_way_;
    LiveTrial& live = live_.begin(id);
    live.phase = Running{setup_.max_step, trial.curve.empty() ? 0 : trial.curve.back().step};
    live.trial = std::move(trial);
  } else {
    const bool is_complete = trial.state == TrialState::completed;
    setup_.scheduler.ended(id, is_complete ? TrialState::completed : TrialState::failed);
    guard_searcher([&] { setup_.searcher.tell(trial); });
  }
  return last;
}

bool Tuner::finish_one() {
  const auto left = live_.first_from(unfinished_);
  if (!left) return false;
  unfinished_ = *left + 1;
  end(*left, TrialState::stopped, {});
  return true;
}

std::optional<EndedTrial> Tuner::take_ended() {
  if (taken_ < ended_.size()) return std::move(ended_[taken_++]);
  ended_.clear();
  taken_ = 0;
  return std::nullopt;
}

bool Tuner::is_under_way(TrialId id) const {
  const LiveTrial* live = live_.find(id);
  return live && std::holds_alternative<Running>(live->phase);
}

}  // namespace sweep
