#pragma once

#include <cmath>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x, y) = 100 sqrt|y - x^2 / 100| + |x + 10| / 100 on [-15, -5] x [-3, 3]; 0 at (-10, 1), on a
/// ridge that is sharp all along: one rounding error beside it costs 1e-6.
/// Source: Bukin 1997, "New minimization strategies for non-smooth functions".
struct Bukin6 {
  static constexpr FunctionInfo kInfo{.name = "bukin6",
                                      .formula = "100 sqrt|y - x^2 / 100| + |x + 10| / 100",
                                      .source = "Bukin 1997",
                                      .min_dim = 2,
                                      .max_dim = 2,
                                      .default_dim = 2};

  static Box domain(std::size_t) { return {{-15, -5}, {-3, 3}}; }

  static double value(PointView x) {
    const double ridge = std::abs(x[1] - x[0] * x[0] / 100);
    return 100 * std::sqrt(ridge) + std::abs(x[0] + 10) / 100;
  }

  static std::optional<Optimum> optimum(std::size_t) {
    return optimum_at<Bukin6>({Point{{-10, 1}}});
  }
};

}  // namespace sweep
