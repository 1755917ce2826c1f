#include "algorithms/search/curve_losses.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

namespace sweep {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<Observation> lowest_so_far(const Trial& trial) {
  std::vector<Observation> lowest;
  if (trial.state == TrialState::failed) return lowest;
  for (const Observation& seen : trial.curve) {
    if (!std::isfinite(seen.loss)) continue;
    const double before = lowest.empty() ? seen.loss : lowest.back().loss;
    lowest.push_back({seen.step, std::min(before, seen.loss)});
  }
  return lowest;
}

// NaN before the first.
double at_step(const std::vector<Observation>& curve, int step) {
  const auto later =
      std::upper_bound(curve.begin(), curve.end(), step,
                       [](int wanted, const Observation& seen) { return wanted < seen.step; });
  return later == curve.begin() ? kNaN : (later - 1)->loss;
}

}  // namespace

void CurveLosses::record(const Trial& trial) {
  Curve& curve = curves_[trial.id];
  if (curve.is_short) --shorts_;
  curve.lowest = lowest_so_far(trial);
  curve.is_short = trial.state != TrialState::completed && !curve.lowest.empty();
  if (curve.is_short) ++shorts_;
  to_come_ = are_unequal() ? changes() : Changes{};
}

double CurveLosses::loss(TrialId id) const {
  const Curve& curve = curves_.at(id);
  if (curve.lowest.empty()) return kNaN;
  const double lowest = curve.lowest.back().loss;
  return curve.is_short ? lowest + to_come_.at(curve.lowest.back().step) : lowest;
}

CurveLosses::Changes CurveLosses::changes() const {
  std::set<int> steps;
  int furthest = 0;
  for (const auto& [id, curve] : curves_) {
    if (curve.lowest.empty()) continue;
    const int last = curve.lowest.back().step;
    furthest = std::max(furthest, last);
    if (curve.is_short) steps.insert(last);
  }
  Changes changes;
  double sum = 0;
  int next = furthest;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (*step < next) sum += median_change(*step, next);
    changes[*step] = sum;
    next = *step;
  }
  return changes;
}

double CurveLosses::median_change(int from, int to) const {
  std::vector<double> changes;
  for (const auto& [id, curve] : curves_) {
    if (curve.lowest.empty() || curve.lowest.back().step < to) continue;
    const double change = at_step(curve.lowest, to) - at_step(curve.lowest, from);
    if (std::isfinite(change)) changes.push_back(change);
  }
  if (changes.empty()) return 0;
  const auto middle = changes.begin() + static_cast<std::ptrdiff_t>(changes.size() / 2);
  std::nth_element(changes.begin(), middle, changes.end());
  return *middle;
}

}  // namespace sweep
