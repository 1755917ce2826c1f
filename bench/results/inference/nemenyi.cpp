#include "bench/results/inference/nemenyi.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

#include "bench/results/inference/normal.hpp"

namespace sweep {
namespace {

double range_quantile(double p, std::size_t k) {
  double low = 0;
  double high = 1;
  while (normal_range_below(high, k) < p) high *= 2;
  constexpr double kPrecision = 1e-10;
  while (high - low > kPrecision) {
    const double middle = (low + high) / 2;
    (normal_range_below(middle, k) < p ? low : high) = middle;
  }
  return high;
}

}  // namespace

// k times the integral of phi(z) [Phi(z + q) - Phi(z)]^(k - 1), z the smallest of the numbers: the
// rule of equal steps is exact to rounding for what is smooth and vanishes at both ends.
double normal_range_below(double q, std::size_t k) {
  assert(k >= 2);
  constexpr double kStep = 1.0 / 16;
  constexpr int kPlaces = 9 * 16;
  double total = 0;
  for (int i = -kPlaces; i <= kPlaces; ++i) {
    const double z = i * kStep;
    const double within = normal_below(z + q) - normal_below(z);
    total += std::exp(-z * z / 2) * std::pow(within, static_cast<double>(k - 1));
  }
  return static_cast<double>(k) * total * kStep / std::sqrt(2 * std::numbers::pi);
}

double critical_difference(std::size_t methods, std::size_t problems, double alpha) {
  assert(problems >= 1 && alpha > 0 && alpha < 1);
  if (methods < 2) return 0;
  const double q = range_quantile(1 - alpha, methods) / std::numbers::sqrt2;
  const auto k = static_cast<double>(methods);
  return q * std::sqrt(k * (k + 1) / (6 * static_cast<double>(problems)));
}

std::vector<std::vector<std::size_t>> rank_groups(std::span<const double> mean_ranks,
                                                  double difference) {
  std::vector<std::size_t> order(mean_ranks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return mean_ranks[a] < mean_ranks[b]; });
  std::vector<std::vector<std::size_t>> groups;
  std::size_t reached = 0;  // behind the last group's end
  for (std::size_t begin = 0; begin < order.size(); ++begin) {
    std::size_t end = begin + 1;
    while (end < order.size() && mean_ranks[order[end]] - mean_ranks[order[begin]] < difference) {
      ++end;
    }
    if (end <= reached) continue;
    groups.emplace_back(order.begin() + static_cast<std::ptrdiff_t>(begin),
                        order.begin() + static_cast<std::ptrdiff_t>(end));
    reached = end;
  }
  return groups;
}

}  // namespace sweep
