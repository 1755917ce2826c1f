#pragma once

#include <cmath>
#include <numbers>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x, y) = (y - 5.1 x^2 / (4 pi^2) + 5 x / pi - 6)^2 + 10 (1 - 1/(8 pi)) cos x + 10 on
/// [-5, 10] x [0, 15]; 10/(8 pi) at (-pi, 12.275), (pi, 2.275) and (3 pi, 2.475).
/// Source: Branin 1972, doi:10.1147/rd.165.0504; Dixon & Szego 1978.
struct Branin {
  static constexpr FunctionInfo kInfo{
      .name = "branin",
      .formula = "(y - 5.1 x^2 / (4 pi^2) + 5 x / pi - 6)^2 + 10 (1 - 1/(8 pi)) cos x + 10",
      .source = "Branin 1972; Dixon, Szego 1978",
      .min_dim = 2,
      .max_dim = 2,
      .default_dim = 2};

  static Box domain(std::size_t) { return {{-5, 10}, {0, 15}}; }

  static double value(PointView x) {
    using std::numbers::pi;
    return shape(x, 5.1 / (4 * pi * pi), 5 / pi, 1 / (8 * pi));
  }

  /// The shape with other coefficients: (y - b x^2 + c x - 6)^2 + 10 (1 - t) cos x + 10.
  static double shape(PointView x, double b, double c, double t) {
    const double bend = x[1] - b * x[0] * x[0] + c * x[0] - 6;
    return bend * bend + 10 * (1 - t) * std::cos(x[0]) + 10;
  }

  static std::optional<Optimum> optimum(std::size_t) {
    using std::numbers::pi;
    return optimum_at<Branin>({Point{{pi, 2.275}}, Point{{-pi, 12.275}}, Point{{3 * pi, 2.475}}});
  }
};

}  // namespace sweep
