#include "bench/results/inference/noether_effect.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "algorithms/space/distributions/normal.hpp"

namespace sweep {

NoetherEffect noether_effect(std::size_t n, double alpha, double power) {
  const double distance = normal_quantile(1 - alpha / 2) + normal_quantile(power);
  const double p1 = 0.5 + distance / std::sqrt(3 * static_cast<double>(n));
  return {p1, normal_quantile(std::min(p1, 1.0)) / std::numbers::sqrt2};
}

}  // namespace sweep
