#pragma once

#include <cmath>
#include <numbers>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x, y) = -cos x cos y exp(-(x - pi)^2 - (y - pi)^2) on [-100, 100]^2; -1 at (pi, pi): a needle
/// in a flat field. Source: Easom 1990, "A survey of global optimization techniques".
struct Easom {
  static constexpr FunctionInfo kInfo{.name = "easom",
                                      .formula = "-cos x cos y exp(-(x - pi)^2 - (y - pi)^2)",
                                      .source = "Easom 1990",
                                      .min_dim = 2,
                                      .max_dim = 2,
                                      .default_dim = 2};

  static Box domain(std::size_t) { return cube(2, -100, 100); }

  static double value(PointView x) {
    using std::numbers::pi;
    const double distance = squared(x[0] - pi) + squared(x[1] - pi);
    return -std::cos(x[0]) * std::cos(x[1]) * std::exp(-distance);
  }

  static std::optional<Optimum> optimum(std::size_t) {
    return optimum_at<Easom>({Point{{std::numbers::pi, std::numbers::pi}}});
  }
};

}  // namespace sweep
