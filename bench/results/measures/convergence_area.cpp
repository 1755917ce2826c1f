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

}  // namespace

double area_over_convergence(const Descent& descent, double budget, const PrecisionRange& range) {
  assert(budget >= 1 && range.best > 0 && range.best < range.worst);
  const double end = budget + 1;
  double area = 0;
  for (std::size_t i = 0; i < descent.drops.size(); ++i) {
    const bool is_last = i + 1 == descent.drops.size();
    const double begin = std::min(descent.drops[i].at, end);
    const double next = is_last ? end : std::min(descent.drops[i + 1].at, end);
    area += (next - begin) * quality(descent.drops[i].precision, range);
  }
  return area / budget;
}

double area_over_convergence(std::span<const Descent> descents, double budget,
                             const PrecisionRange& range) {
  double total = 0;
  for (const Descent& descent : descents) total += area_over_convergence(descent, budget, range);
  return descents.empty() ? 0 : total / static_cast<double>(descents.size());
}

}  // namespace sweep
