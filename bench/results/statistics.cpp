#include "bench/results/statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

namespace sweep {
namespace {

std::vector<double> sorted_with_nan_last(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end());
  for (double& x : sorted) {
    if (std::isnan(x)) x = std::numeric_limits<double>::infinity();
  }
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

// Halfway between -infinity and +infinity lies the worse of the two.
double between(double lo, double hi, double share) {
  if (share == 0 || lo == hi) return lo;
  const double x = (1 - share) * lo + share * hi;
  return std::isnan(x) ? hi : x;
}

double quantile_of_sorted(const std::vector<double>& sorted, double p) {
  assert(!sorted.empty() && p >= 0 && p <= 1);
  const double position = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return between(sorted[below], sorted[above], position - static_cast<double>(below));
}

// The largest k with P(Binomial(n, 1/2) < k) <= tail; 0 if there is none.
std::size_t order_statistic(std::size_t n, double tail) {
  const boost::math::binomial_distribution<double> heads(static_cast<double>(n), 0.5);
  std::size_t low = 0;
  std::size_t high = n / 2;
  while (low < high) {
    const std::size_t k = high - (high - low) / 2;
    if (cdf(heads, static_cast<double>(k - 1)) <= tail) {
      low = k;
    } else {
      high = k - 1;
    }
  }
  return low;
}

}  // namespace

double quantile(std::span<const double> values, double p) {
  return quantile_of_sorted(sorted_with_nan_last(values), p);
}

double median(std::span<const double> values) { return quantile(values, 0.5); }

Estimate median_with_interval(std::span<const double> values, double confidence) {
  assert(confidence > 0 && confidence < 1);
  const std::vector<double> sorted = sorted_with_nan_last(values);
  Estimate estimate;
  estimate.n = sorted.size();
  estimate.value = quantile_of_sorted(sorted, 0.5);
  const std::size_t k = order_statistic(sorted.size(), (1 - confidence) / 2);
  if (k > 0) {
    estimate.lo = sorted[k - 1];
    estimate.hi = sorted[sorted.size() - k];
  }
  return estimate;
}

}  // namespace sweep
