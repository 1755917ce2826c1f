#pragma once

#include <cmath>
#include <numbers>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x, y) = -0.0001 (|sin x sin y exp|100 - sqrt(x^2 + y^2)/pi|| + 1)^0.1 on [-10, 10]^2;
/// -2.0626118708227397 at (+-1.349..., +-1.349...).
/// Source: Mishra 2006, doi:10.2139/ssrn.926132.
struct CrossInTray {
  static constexpr FunctionInfo kInfo{
      .name = "cross-in-tray",
      .formula = "-0.0001 (|sin x sin y exp|100 - sqrt(x^2 + y^2)/pi|| + 1)^0.1",
      .source = "Mishra 2006",
      .min_dim = 2,
      .max_dim = 2,
      .default_dim = 2};

  static Box domain(std::size_t) { return cube(2, -10, 10); }

  static double value(PointView x) {
    const double r = std::sqrt(x[0] * x[0] + x[1] * x[1]);
    const double cross = std::sin(x[0]) * std::sin(x[1]);
    const double tray = std::exp(std::abs(100 - r * std::numbers::inv_pi));
    return -0.0001 * std::pow(std::abs(cross * tray) + 1, 0.1);
  }

  static std::optional<Optimum> optimum(std::size_t) {
    const double a = 1.3494066171539107;
    return optimum_at<CrossInTray>(
        {Point{{a, a}}, Point{{a, -a}}, Point{{-a, a}}, Point{{-a, -a}}});
  }
};

}  // namespace sweep
