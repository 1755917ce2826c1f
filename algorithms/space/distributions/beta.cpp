#include "algorithms/space/distributions/beta.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "algorithms/space/distributions/boost_policy.hpp"
#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

using BoostBeta = boost::math::beta_distribution<double, detail::BoostPolicy>;

bool is_degenerate(const Beta& beta) { return !(beta.a > 0 && beta.b > 0); }

}  // namespace

double Beta::quantile(double u) const {
  if (is_degenerate(*this)) return kNaN;
  if (u <= 0) return 0;
  return u >= 1 ? 1 : boost::math::quantile(BoostBeta(a, b), u);
}

double Beta::cdf(double x) const {
  if (is_degenerate(*this) || std::isnan(x)) return kNaN;
  if (x <= 0) return 0;
  return x >= 1 ? 1 : boost::math::cdf(BoostBeta(a, b), x);
}

double Beta::survival(double x) const {
  if (is_degenerate(*this) || std::isnan(x)) return kNaN;
  if (x <= 0) return 1;
  return x >= 1 ? 0 : boost::math::cdf(boost::math::complement(BoostBeta(a, b), x));
}

double Beta::log_probability(double x) const {
  if (!support().contains(x)) return -INFINITY;
  // A factor with exponent 0 is 1 even where its logarithm is -inf.
  const double left = a == 1 ? 0 : (a - 1) * std::log(x);
  const double right = b == 1 ? 0 : (b - 1) * std::log1p(-x);
  // Not std::lgamma, which writes to a global.
  const auto log_gamma = [](double z) { return boost::math::lgamma(z, detail::BoostPolicy()); };
  return left + right + log_gamma(a + b) - log_gamma(a) - log_gamma(b);
}

std::string Beta::problem() const {
  const std::string first = above_problem("a", a, 0);
  return first.empty() ? above_problem("b", b, 0) : first;
}

}  // namespace sweep
