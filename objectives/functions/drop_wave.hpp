#pragma once

#include <cmath>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x, y) = -(1 + cos(12 r)) / (r^2 / 2 + 2), r^2 = x^2 + y^2, on [-5.12, 5.12]^2; -1 at the
/// origin: rings around a drop. Source: Molga & Smutnicki 2005, "Test functions for optimization
/// needs".
struct DropWave {
  static constexpr FunctionInfo kInfo{
      .name = "drop-wave",
      .formula = "-(1 + cos(12 r)) / (r^2 / 2 + 2), r^2 = x^2 + y^2",
      .source = "Molga, Smutnicki 2005",
      .min_dim = 2,
      .max_dim = 2,
      .default_dim = 2};

  static Box domain(std::size_t) { return cube(2, -5.12, 5.12); }

  static double value(PointView x) {
    const double r2 = x[0] * x[0] + x[1] * x[1];
    return -(1 + std::cos(12 * std::sqrt(r2))) / (0.5 * r2 + 2);
  }

  static std::optional<Optimum> optimum(std::size_t) {
    return optimum_at<DropWave>({Point{{0, 0}}});
  }
};

}  // namespace sweep
