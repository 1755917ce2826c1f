#include "algorithms/model/gp/log_improvement.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace sweep {
namespace {

const double kHalfLogTwoPi = std::log(2 * std::numbers::pi) / 2;

double log_density(double z) { return -z * z / 2 - kHalfLogTwoPi; }

double probability_below(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

// The z below which the first terms of the expansions in 1/z are exact.
constexpr double kFarBelow = -1e3;

// Phi(z)/phi(z)
double mills_ratio(double z) {
  return std::sqrt(std::numbers::pi / 2) * scaled_erfc(-z / std::numbers::sqrt2);
}

// h'/h, as h' = Phi; not by way of their logarithms, whose difference is lost far below 0.
double log_h_slope(double z) {
  if (z > -1) return probability_below(z) / (z * probability_below(z) + std::exp(log_density(z)));
  if (z < kFarBelow) return -z - 2 / z;
  return mills_ratio(z) / (1 + z * mills_ratio(z));
}

}  // namespace

double scaled_erfc(double x) {
  constexpr double kFar = 16;  // exp(x^2) is finite up to 26; the series is exact from here on
  if (x < kFar) return std::exp(x * x) * std::erfc(x);
  // Asymptotic expansion (Abramowitz, Stegun 7.1.23).
  const double y = 1 / (2 * x * x);
  const double series =
      1 - y * (1 - 3 * y * (1 - 5 * y * (1 - 7 * y * (1 - 9 * y * (1 - 11 * y * (1 - 13 * y))))));
  return series * std::numbers::inv_sqrtpi / x;
}

double log_h(double z) {
  if (z > -1) {
    return std::log(z * probability_below(z) + std::exp(log_density(z)));
  }
  // h = phi(z) (1 - |z| sqrt(pi/2) erfcx(|z|/sqrt(2))); far out the bracket is 1/z^2 - 3/z^4 + ..
  if (z < kFarBelow) return log_density(z) - 2 * std::log(-z) + std::log1p(-3 / (z * z));
  return log_density(z) + std::log1p(z * mills_ratio(z));
}

LogImprovement log_improvement(double best, const Prediction& prediction) {
  const double gain = best - prediction.mean;
  if (!(prediction.sd > 0)) {
    if (gain > 0) return {std::log(gain), -1 / gain, 0};
    return {-std::numeric_limits<double>::infinity(), 0, 0};
  }
  const double z = gain / prediction.sd;
  const double slope = log_h_slope(z);
  return {log_h(z) + std::log(prediction.sd), -slope / prediction.sd,
          (1 - slope * z) / prediction.sd};
}

}  // namespace sweep
