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

double area_over_convergence(const Descent& run, std::uint64_t budget,
                             const PrecisionRange& range) {
  assert(budget >= 1 && range.best > 0 && range.best < range.worst);
  const std::uint64_t end = budget + 1;
  double area = 0;
  for (std::size_t i = 0; i < run.drops.size(); ++i) {
    const bool is_last = i + 1 == run.drops.size();
    const std::uint64_t begin = std::min(run.drops[i].evaluation, end);
    const std::uint64_t next = is_last ? end : std::min(run.drops[i + 1].evaluation, end);
    area += static_cast<double>(next - begin) * quality(run.drops[i].precision, range);
  }
  return area / static_cast<double>(budget);
}

double area_over_convergence(std::span<const Descent> runs, std::uint64_t budget,
                             const PrecisionRange& range) {
  double total = 0;
  for (const Descent& run : runs) total += area_over_convergence(run, budget, range);
  return runs.empty() ? 0 : total / static_cast<double>(runs.size());
}

}  // namespace sweep
