#pragma once

#include <string>
#include <string_view>

#include "algorithms/space/distributions/interval.hpp"

namespace sweep {

/// The standard normal quantile; -inf at 0 and +inf at 1.
double normal_quantile(double u);
/// The standard normal cdf.
double normal_cdf(double z);

/// Normal with mean mu and standard deviation sigma > 0; sigma = 0 gives NaN, as at W&B.
struct Normal {
  static constexpr std::string_view kName = "normal";
  double mu = 0;
  double sigma = 1;

  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double cdf(double x) const;
  /// 1 - cdf(x), precise in the upper tail.
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double log_probability(double x) const;
  [[nodiscard]] Interval support() const;
  [[nodiscard]] std::string problem() const;
};

/// exp of a Normal: quantile(u) = exp(sigma z) exp(mu), z the standard normal quantile.
struct LogNormal {
  static constexpr std::string_view kName = "log_normal";
  double mu = 0;
  double sigma = 1;

  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double cdf(double x) const;
  /// 1 - cdf(x), precise in the upper tail.
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double log_probability(double x) const;
  [[nodiscard]] Interval support() const;
  [[nodiscard]] std::string problem() const;
};

}  // namespace sweep
