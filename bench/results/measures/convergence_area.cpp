#include "bench/results/measures/convergence_area.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sweep {
namespace {

// 1 at the best precision of the range and below (even below the optimum, by rounding), 0 at the
// worst and above.
double quality(double precision, const PrecisionRange& range) {
  const double clipped = std::clamp(precision, range.best, range.worst);
  return std::log(range.worst / clipped) / std::log(range.worst / range.best);
}

// Where the last of the places within a budget ends: a counted one lasts until the next.
double end_of(double budget, Axis axis) { return is_counted(axis) ? budget + 1 : budget; }

}  // namespace

double area_over_convergence(const Descent& descent, double budget, const PrecisionRange& range,
                             Axis axis) {
  assert(budget > 0 && range.best > 0 && range.best < range.worst);
  const double end = end_of(budget, axis);
  double area = 0;
  for (std::size_t i = 0; i < descent.drops.size(); ++i) {
    const bool is_last = i + 1 == descent.drops.size();
    const double begin = std::min(descent.drops[i].at, end);
    const double next = is_last ? end : std::min(descent.drops[i + 1].at, end);
    area += (next - begin) * quality(descent.drops[i].precision, range);
  }
  return area / budget;
}

double area_over_targets(const Descent& descent, double budget, std::span<const double> targets,
                         Axis axis) {
  assert(budget > 0 && !targets.empty());
  const double end = end_of(budget, axis);
  double area = 0;
  for (const double target : targets) {
    const auto hit = hitting_time(descent, target);
    if (hit) area += std::max(0.0, end - *hit);
  }
  return area / budget / static_cast<double>(targets.size());
}

}  // namespace sweep
