#include "algorithms/search/budget_losses.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

// The last loss up to this step, of a curve that comes to it.
double loss_up_to(const std::vector<Observation>& curve, int step) {
  const auto later =
      std::upper_bound(curve.begin(), curve.end(), step,
                       [](int wanted, const Observation& seen) { return wanted < seen.step; });
  return later == curve.begin() ? curve.front().loss : (later - 1)->loss;
}

bool lacks_loss(const Trial& trial) {
  if (trial.state == TrialState::failed) return true;
  const bool is_silent = trial.curve.empty() && trial.state != TrialState::completed;
  return !is_silent && std::isnan(trial.loss());
}

}  // namespace

int BudgetLosses::last_step(const Entry& entry) {
  return entry.has_failed || entry.curve.empty() ? 0 : entry.curve.back().step;
}

void BudgetLosses::record(const Trial& trial, std::size_t row) {
  Entry& entry = entries_[trial.id];
  if (const auto before = reached_.find(last_step(entry)); before != reached_.end()) {
    if (--before->second == 0) reached_.erase(before);
  }
  entry = {row, trial.curve, lacks_loss(trial)};
  if (const int step = last_step(entry); step > 0) ++reached_[step];
}

int BudgetLosses::step_of(std::size_t enough) const {
  std::size_t so_far = 0;
  for (auto reached = reached_.rbegin(); reached != reached_.rend(); ++reached) {
    so_far += reached->second;
    if (so_far >= enough) return reached->first;
  }
  return 0;
}

BudgetLosses::Ranking BudgetLosses::ranking(std::size_t enough) const {
  const int step = step_of(enough);
  Ranking ranking;
  std::vector<std::pair<double, std::size_t>> ranked;  // in the order of ids
  for (const auto& [id, entry] : entries_) {
    if (step == 0 || (!entry.has_failed && last_step(entry) < step)) continue;
    ranking.failed += entry.has_failed ? 1 : 0;
    const double loss = entry.has_failed ? kNaN : loss_up_to(entry.curve, step);
    ranked.emplace_back(std::isnan(loss) ? kInfinity : loss, entry.row);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [loss, row] : ranked) ranking.rows.push_back(row);
  return ranking;
}

}  // namespace sweep
