#include "algorithms/search/bayes/curve_losses.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

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

double median(std::vector<double> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

double slope_of(const std::vector<double>& x, const std::vector<double>& y) {
  constexpr std::size_t kEnough = 3;
  const auto n = static_cast<double>(x.size());
  const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n;
  const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double variance = 0;
  double covariance = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    variance += (x[i] - mean_x) * (x[i] - mean_x);
    covariance += (x[i] - mean_x) * (y[i] - mean_y);
  }
  const double slope = covariance / variance;
  return x.size() < kEnough || !std::isfinite(slope) ? 1 : std::clamp(slope, 0.0, 1.0);
}

}  // namespace

void CurveLosses::record(const Trial& trial) {
  Curve& curve = curves_[trial.id];
  if (curve.is_short) --shorts_;
  curve.lowest = lowest_so_far(trial);
  curve.is_short = trial.state != TrialState::completed && !curve.lowest.empty();
  if (curve.is_short) ++shorts_;
  if (are_unequal()) compare();
}

double CurveLosses::loss(TrialId id) const {
  const Curve& curve = curves_.at(id);
  if (curve.lowest.empty()) return kNaN;
  const Observation& last = curve.lowest.back();
  if (!curve.is_short) return last.loss;
  const Line& line = line_from_.at(last.step);
  return std::max(floor_, line.slope * last.loss + line.shift);
}

void CurveLosses::compare() {
  std::set<int> steps;
  Observation furthest{0, kNaN};
  for (const auto& [id, curve] : curves_) {
    if (curve.lowest.empty()) continue;
    const Observation& last = curve.lowest.back();
    const bool is_lower = last.step == furthest.step && last.loss < furthest.loss;
    if (last.step > furthest.step || is_lower) furthest = last;
    if (curve.is_short) steps.insert(last.step);
  }
  floor_ = furthest.loss;
  line_from_.clear();
  Line onward;
  int next = furthest.step;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    const Line first = *step < next ? line_between(*step, next) : Line{};
    onward = {onward.slope * first.slope, onward.slope * first.shift + onward.shift};
    line_from_[*step] = onward;
    next = *step;
  }
}

CurveLosses::Line CurveLosses::line_between(int from, int to) const {
  std::vector<double> before;
  std::vector<double> after;
  for (const auto& [id, curve] : curves_) {
    if (curve.lowest.empty() || curve.lowest.back().step < to) continue;
    const double x = at_step(curve.lowest, from);
    if (std::isnan(x)) continue;
    before.push_back(x);
    after.push_back(at_step(curve.lowest, to));
  }
  if (before.empty()) return {};
  const double slope = slope_of(before, after);
  return {slope, median(after) - slope * median(before)};
}

}  // namespace sweep
