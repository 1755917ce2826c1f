#pragma once

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x, y) = (1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2 on [-4.5, 4.5]^2; 0
/// at (3, 0.5): flat, with steep walls at the corners. Source: Beale 1958, "On an iterative method
/// for finding a local minimum of a function".
struct Beale {
  static constexpr FunctionInfo kInfo{
      .name = "beale",
      .formula = "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
      .source = "Beale 1958",
      .min_dim = 2,
      .max_dim = 2,
      .default_dim = 2};

  static Box domain(std::size_t) { return cube(2, -4.5, 4.5); }

  static double value(PointView x) {
    const double y = x[1];
    return squared(1.5 - x[0] + x[0] * y) + squared(2.25 - x[0] + x[0] * y * y) +
           squared(2.625 - x[0] + x[0] * y * y * y);
  }

  static std::optional<Optimum> optimum(std::size_t) {
    return optimum_at<Beale>({Point{{3, 0.5}}});
  }
};

}  // namespace sweep
