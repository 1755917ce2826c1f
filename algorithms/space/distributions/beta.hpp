#pragma once

#include <string>
#include <string_view>

#include "algorithms/space/distributions/interval.hpp"

namespace sweep {

/// Beta on [0, 1] with density x^(a-1) (1-x)^(b-1) / B(a, b); a, b > 0. a = 0 or b = 0 gives NaN,
/// as at W&B.
struct Beta {
  static constexpr std::string_view kName = "beta";
  double a = 1;
  double b = 1;

  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double cdf(double x) const;
  /// 1 - cdf(x), precise in the upper tail.
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double log_probability(double x) const;
  [[nodiscard]] Interval support() const { return {0, 1}; }
  [[nodiscard]] std::string problem() const;
};

}  // namespace sweep
