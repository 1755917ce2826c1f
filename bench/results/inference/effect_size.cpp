#include "bench/results/inference/effect_size.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace sweep {

double vargha_delaney(std::span<const double> x, std::span<const double> y) {
  assert(!x.empty() && !y.empty());
  std::vector<double> sorted(y.begin(), y.end());
  std::sort(sorted.begin(), sorted.end());
  double doubled_u = 0;
  for (const double xi : x) {
    const auto equals = std::equal_range(sorted.begin(), sorted.end(), xi);
    doubled_u +=
        static_cast<double>((equals.first - sorted.begin()) + (equals.second - sorted.begin()));
  }
  return doubled_u / 2 / (static_cast<double>(x.size()) * static_cast<double>(y.size()));
}

double cliffs_delta(std::span<const double> x, std::span<const double> y) {
  return 2 * vargha_delaney(x, y) - 1;
}

}  // namespace sweep
