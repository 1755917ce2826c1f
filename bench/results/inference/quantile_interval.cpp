#include "bench/results/inference/quantile_interval.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

namespace sweep {
namespace {

// The largest l with P(Binomial(n, p) < l) <= tail; 0 if there is none.
std::size_t lower_order(std::size_t n, double p, double tail) {
  const boost::math::binomial distribution(static_cast<double>(n), p);
  std::size_t low = 0;
  std::size_t high = n;
  while (low < high) {
    const std::size_t l = high - (high - low) / 2;
    if (cdf(distribution, static_cast<double>(l - 1)) <= tail) {
      low = l;
    } else {
      high = l - 1;
    }
  }
  return low;
}

}  // namespace

Estimate quantile_with_interval(std::span<const double> values, double p, double confidence) {
  assert(!values.empty() && p > 0 && p < 1 && confidence > 0 && confidence < 1);
  std::vector<double> sorted(values.begin(), values.end());
  for (double& x : sorted) {
    if (std::isnan(x)) x = std::numeric_limits<double>::infinity();
  }
  std::sort(sorted.begin(), sorted.end());
  const double tail = (1 - confidence) / 2;
  const std::size_t lower = lower_order(sorted.size(), p, tail);
  const std::size_t upper = lower_order(sorted.size(), 1 - p, tail);  // from the other end
  Estimate estimate{sorted.size(), quantile(sorted, p), std::nullopt, std::nullopt};
  if (lower > 0) estimate.lo = sorted[lower - 1];
  if (upper > 0) estimate.hi = sorted[sorted.size() - upper];
  return estimate;
}

}  // namespace sweep
