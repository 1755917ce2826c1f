#include "algorithms/schedule/pasha.hpp"

#include <algorithm>

#include "algorithms/schedule/rungs.hpp"
#include "algorithms/schedule/soft_ranking.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostForNoise = 64;

}  // namespace

Pasha::Pasha(const ScheduleTask& task, const Options& options)
    : max_step_(task.max_step), percentile_(options.percentile) {
  std::vector<int> steps =
      rung_steps(max_step_, static_cast<double>(options.min_step), options.eta, 0);
  steps.pop_back();
  for (const int step : steps) rungs_.emplace_back(step, options.eta);
  highest_ = std::min<std::size_t>(1, top());
}

Order Pasha::next(std::optional<TrialId> fresh) {
  for (std::size_t rung = highest_; rung-- > 0;) {
    if (const auto trial = rungs_[rung].take_best()) return resume(*trial, rung + 1);
  }
  if (!fresh) return finish_best().value_or(Wait{});
  if (*fresh >= trials_.size()) trials_.resize(*fresh + 1);
  ++running_;
  return Start{step_of(0)};
}

Order Pasha::resume(TrialId trial, std::size_t goal) {
  trials_[trial].goal = goal;
  ++running_;
  return Resume{trial, step_of(goal)};
}

// Phase 2: once nothing runs, the best of those that came furthest.
std::optional<Order> Pasha::finish_best() {
  if (running_ > 0 || is_finishing_) return std::nullopt;
  is_finishing_ = true;
  for (std::size_t rung = std::min(highest_ + 1, top()); rung-- > 0;) {
    if (const auto trial = rungs_[rung].take_any()) return resume(*trial, top());
  }
  return std::nullopt;
}

Decision Pasha::report(TrialId trial, int step, double loss) {
  const RankedTrial ranked{orderable(loss), trial};
  Progress& progress = trials_[trial];
  progress.curve.push_back({step, ranked.loss});
  Decision decision;
  decision.reason.step = step;
  for (; step < max_step_ && progress.next < top() && step >= rungs_[progress.next].step();
       ++progress.next) {
    PromotionRung& rung = rungs_[progress.next];
    rung.rank(ranked);
    progress.at_rungs.push_back(ranked.loss);
    if (progress.next == highest_) arrive_at_highest(trial);
    if (progress.next < progress.goal) continue;
    rung.hold(ranked);
    --running_;
    const Reason reason = rung.why_paused(static_cast<int>(++progress.next), ranked);
    return {Verdict::pause, reason};
  }
  return decision;
}

void Pasha::arrive_at_highest(TrialId trial) {
  at_highest_.push_back(trial);
  if (is_settled()) return;
  ++highest_;
  at_highest_.clear();
}

bool Pasha::is_settled() const {
  std::vector<double> before;
  std::vector<double> now;
  std::vector<std::vector<Observation>> curves;
  for (const TrialId trial : at_highest_) {
    const Progress& progress = trials_[trial];
    before.push_back(progress.at_rungs[highest_ - 1]);
    now.push_back(progress.at_rungs[highest_]);
  }
  const std::size_t from = at_highest_.size() - std::min(kMostForNoise, at_highest_.size());
  for (std::size_t i = from; i < at_highest_.size(); ++i) {
    curves.push_back(trials_[at_highest_[i]].curve);
  }
  return ranks_alike(before, now, ranking_noise(curves, percentile_));
}

}  // namespace sweep
