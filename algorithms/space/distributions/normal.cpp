#include "algorithms/space/distributions/normal.hpp"

#include <fmt/format.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numbers>

#include "algorithms/space/distributions/boost_policy.hpp"
#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

using BoostNormal = boost::math::normal_distribution<double, detail::BoostPolicy>;

// The furthest that an open uniform of 52 bits reaches, in standard deviations, rounded up.
constexpr double kFurthest = 8.3;
// exp of more than this in either direction leaves the normal doubles.
constexpr double kLargestLog = 700;

double log_density(double z, double sigma) {
  return -0.5 * z * z - std::log(sigma) - 0.5 * std::log(2 * std::numbers::pi);
}

std::string mu_sigma_problem(double mu, double sigma) {
  if (!std::isfinite(mu)) return "mu is not a finite number";
  return above_problem("sigma", sigma, 0);
}

}  // namespace

double normal_quantile(double u) { return boost::math::quantile(BoostNormal(), u); }
double normal_cdf(double z) { return boost::math::cdf(BoostNormal(), z); }

double Normal::quantile(double u) const {
  return sigma == 0 ? kNaN : normal_quantile(u) * sigma + mu;
}
double Normal::cdf(double x) const { return sigma == 0 ? kNaN : normal_cdf((x - mu) / sigma); }
double Normal::survival(double x) const { return sigma == 0 ? kNaN : normal_cdf((mu - x) / sigma); }
double Normal::log_probability(double x) const { return log_density((x - mu) / sigma, sigma); }
Interval Normal::support() const { return {-INFINITY, INFINITY}; }
std::string Normal::problem() const { return mu_sigma_problem(mu, sigma); }

double LogNormal::quantile(double u) const {
  return sigma == 0 ? kNaN : std::exp(sigma * normal_quantile(u)) * std::exp(mu);
}
double LogNormal::cdf(double x) const {
  if (sigma == 0) return kNaN;
  const double z = x / std::exp(mu);
  return z <= 0 ? 0 : normal_cdf(std::log(z) / sigma);
}
double LogNormal::survival(double x) const {
  if (sigma == 0) return kNaN;
  return x <= 0 ? 1 : normal_cdf((mu - std::log(x)) / sigma);
}
double LogNormal::log_probability(double x) const {
  if (!(x > 0)) return -INFINITY;
  return log_density((std::log(x) - mu) / sigma, sigma) - std::log(x);
}
Interval LogNormal::support() const { return {0, INFINITY}; }
std::string LogNormal::problem() const {
  const std::string problem = mu_sigma_problem(mu, sigma);
  if (!problem.empty() || std::abs(mu) + kFurthest * sigma <= kLargestLog) return problem;
  return fmt::format("exp of mu {} and sigma {} leaves the range of doubles", mu, sigma);
}

}  // namespace sweep
