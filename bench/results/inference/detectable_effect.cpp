#include "bench/results/inference/detectable_effect.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>

#include "algorithms/space/distributions/normal.hpp"

namespace sweep {
namespace {

/// Shifts that the exact test of n pairs finds with power .80 and .95.
struct SimulatedEffect {
  double n;
  double at_80;
  double at_95;
};

constexpr SimulatedEffect kSimulated[] = {{6, 1.79, 2.39}, {8, 1.25, 1.61}, {10, 1.02, 1.32},
                                          {12, .94, 1.21}, {15, .80, 1.03}, {20, .68, .87},
                                          {25, .60, .78},  {30, .55, .70},  {40, .47, .60},
                                          {50, .41, .53},  {100, .29, .37}};

// Shifts grow as the quantile of the power does.
double at_power(const SimulatedEffect& effect, double power) {
  const double lower = normal_quantile(.80);
  const double share = (normal_quantile(power) - lower) / (normal_quantile(.95) - lower);
  return std::max(0.0, effect.at_80 + share * (effect.at_95 - effect.at_80));
}

double between_simulated(double n, double power) {
  const auto* const above = std::find_if(std::begin(kSimulated), std::end(kSimulated),
                                         [&](const SimulatedEffect& row) { return row.n >= n; });
  if (above->n == n) return at_power(*above, power);
  const SimulatedEffect& below = *(above - 1);
  const double share = (1 / std::sqrt(n) - 1 / std::sqrt(below.n)) /
                       (1 / std::sqrt(above->n) - 1 / std::sqrt(below.n));
  return (1 - share) * at_power(below, power) + share * at_power(*above, power);
}

}  // namespace

NoetherEffect noether_effect(std::size_t n, double alpha, double power) {
  const double distance = normal_quantile(1 - alpha / 2) + normal_quantile(power);
  const double p1 = 0.5 + distance / std::sqrt(3 * static_cast<double>(n));
  return {p1, normal_quantile(p1) / std::numbers::sqrt2};
}

double detectable_effect(std::size_t n, double power) {
  constexpr double kAlpha = 0.05;
  const auto pairs = static_cast<double>(n);
  if (pairs < std::begin(kSimulated)->n) return std::numeric_limits<double>::infinity();
  if (pairs > std::prev(std::end(kSimulated))->n) {
    return noether_effect(n, kAlpha, power).normal_shift;
  }
  return between_simulated(pairs, power);
}

}  // namespace sweep
