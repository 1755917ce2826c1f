#include "bench/results/measures/percentile.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace sweep {

double percentile(std::span<const double> values, double percent) {
  assert(!values.empty() && percent >= 0 && percent <= 100);
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  const auto n = static_cast<double>(sorted.size());
  const double position = std::clamp(n * percent / 100 - 0.5, 0.0, n - 1);
  const double lower = sorted[static_cast<std::size_t>(std::floor(position))];
  const double upper = sorted[static_cast<std::size_t>(std::ceil(position))];
  const double share = position - std::floor(position);
  if (std::isinf(lower) || std::isinf(upper)) return share <= 0.5 ? lower : upper;
  return lower + share * (upper - lower);
}

}  // namespace sweep
