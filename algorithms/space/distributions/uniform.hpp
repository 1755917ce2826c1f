#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "algorithms/space/distributions/interval.hpp"

namespace sweep {

/// Uniform on [lo, hi]: quantile(u) = u (hi - lo) + lo, at most hi.
struct Uniform {
  static constexpr std::string_view kName = "uniform";
  double lo;
  double hi;

  [[nodiscard]] double quantile(double u) const {
    return std::min(u * (hi - lo) + lo, hi);  // at u = 1 the sum may round past hi
  }
  [[nodiscard]] double cdf(double x) const { return uniform_cdf(x, lo, hi - lo); }
  [[nodiscard]] double survival(double x) const { return 1 - cdf(x); }
  [[nodiscard]] double log_probability(double x) const {
    return support().contains(x) ? -std::log(hi - lo) : -INFINITY;
  }
  [[nodiscard]] Interval support() const { return {lo, hi}; }
  [[nodiscard]] std::string problem() const { return range_problem(lo, hi); }
};

}  // namespace sweep
