#include "algorithms/schedule/asha.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "algorithms/schedule/rungs.hpp"
#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

void check_rate(const ScheduleTask& task, const Asha::Options& options) {
  const auto min_step = static_cast<double>(options.min_step);
  const int most = powers_between(min_step, task.max_step, options.eta);
  if (static_cast<int>(options.s) <= most) return;
  throw SpecError(fmt::format(
      "asha.s = {}: expected at most {}, as max_step {} has {} rungs for min_step {} and eta {}",
      options.s, most, task.max_step, most + 1, options.min_step, options.eta));
}

}  // namespace

Asha::Asha(const ScheduleTask& task, const Options& options)
    : max_step_(task.max_step), form_(options.form), eta_(options.eta) {
  check_rate(task, options);
  const std::vector<int> steps = rung_steps(task.max_step, static_cast<double>(options.min_step),
                                            eta_, static_cast<int>(options.s));
  rungs_.resize(steps.size() - 1);
  for (std::size_t i = 0; i < rungs_.size(); ++i) rungs_[i].step = steps[i];
}

Order Asha::next(std::optional<TrialId> fresh) {
  const int top = static_cast<int>(rungs_.size());
  for (int rung = form_ == AshaForm::promotion ? top : 0; rung-- > 0;) {
    const auto trial = take_promotable(rung);
    if (!trial) continue;
    goals_[*trial] = rung + 1;
    return Resume{*trial,
                  rung + 1 < top ? rungs_[static_cast<std::size_t>(rung) + 1].step : max_step_};
  }
  if (!fresh) return Wait{};
  if (*fresh >= goals_.size()) goals_.resize(*fresh + 1);
  return Start{form_ == AshaForm::promotion && top > 0 ? rungs_.front().step : max_step_};
}

Decision Asha::report(TrialId trial, int step, double loss) {
  const RankedTrial ranked{orderable(loss), trial};
  Decision decision;
  int& goal = goals_[trial];
  while (goal < static_cast<int>(rungs_.size()) && step < max_step_ &&
         step >= rungs_[static_cast<std::size_t>(goal)].step) {
    const int rung = goal;
    enter(rung, ranked);
    decision = form_ == AshaForm::promotion ? paused_at(rung, ranked) : judged_at(rung, ranked);
    if (decision.verdict != Verdict::go_on) return decision;
    ++goal;
  }
  decision.reason.step = step;
  return decision;
}

std::optional<TrialId> Asha::take_promotable(int rung) {
  Rung& at = rungs_[static_cast<std::size_t>(rung)];
  while (!at.ready.empty()) {
    const RankedTrial best = at.ready.front();
    std::pop_heap(at.ready.begin(), at.ready.end(), std::greater<>());
    at.ready.pop_back();
    // Others may have pushed it out, or it was offered twice.
    if (goals_[best.trial] == rung && best <= at.trials.low_max()) return best.trial;
  }
  return std::nullopt;
}

void Asha::enter(int rung, const RankedTrial& trial) {
  Rung& at = rungs_[static_cast<std::size_t>(rung)];
  if (at.trials.add(trial)) offer(rung, trial);
  auto best = static_cast<std::size_t>(static_cast<double>(at.trials.size()) / eta_);
  if (form_ == AshaForm::stopping) best = std::max<std::size_t>(best, 1);
  while (at.trials.low_size() < best) offer(rung, at.trials.lower_one());
}

void Asha::offer(int rung, const RankedTrial& trial) {
  if (form_ == AshaForm::stopping || goals_[trial.trial] != rung) return;
  std::vector<RankedTrial>& ready = rungs_[static_cast<std::size_t>(rung)].ready;
  ready.push_back(trial);
  std::push_heap(ready.begin(), ready.end(), std::greater<>());
}

Decision Asha::paused_at(int rung, const RankedTrial& trial) {
  const SplitValues<RankedTrial>& trials = rungs_[static_cast<std::size_t>(rung)].trials;
  const bool is_best = trials.low_size() > 0 && trial <= trials.low_max();
  const auto rule = is_best ? Reason::Rule::among_best : Reason::Rule::awaits_others;
  return {Verdict::pause, reason_at(rung, rule, trial.loss)};
}

Decision Asha::judged_at(int rung, const RankedTrial& trial) {
  const SplitValues<RankedTrial>& trials = rungs_[static_cast<std::size_t>(rung)].trials;
  const bool is_best = trial.loss <= trials.low_max().loss;
  const auto rule = is_best ? Reason::Rule::among_best : Reason::Rule::not_among_best;
  return {is_best ? Verdict::go_on : Verdict::stop, reason_at(rung, rule, trial.loss)};
}

Reason Asha::reason_at(int rung, Reason::Rule rule, double loss) const {
  const Rung& at = rungs_[static_cast<std::size_t>(rung)];
  Reason reason{rule, rung + 1, at.step, loss};
  if (at.trials.low_size() > 0) reason.threshold = at.trials.low_max().loss;
  reason.of = at.trials.size();
  reason.best = at.trials.low_size();
  return reason;
}

}  // namespace sweep
