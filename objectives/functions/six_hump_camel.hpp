#pragma once

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x, y) = (4 - 2.1 x^2 + x^4 / 3) x^2 + x y + (4 y^2 - 4) y^2 on [-3, 3] x [-2, 2]; six local
/// minima, -1.0316284534898774 at two of them.
/// Source: Branin 1972, doi:10.1147/rd.165.0504; Dixon & Szego 1978.
struct SixHumpCamel {
  static constexpr FunctionInfo kInfo{
      .name = "six-hump-camel",
      .formula = "(4 - 2.1 x^2 + x^4 / 3) x^2 + x y + (4 y^2 - 4) y^2",
      .source = "Branin 1972; Dixon, Szego 1978",
      .min_dim = 2,
      .max_dim = 2,
      .default_dim = 2};

  static Box domain(std::size_t) { return {{-3, 3}, {-2, 2}}; }

  static double value(PointView x) {
    const double a = x[0] * x[0];
    const double b = x[1] * x[1];
    return (4 - 2.1 * a + a * a / 3) * a + x[0] * x[1] + (4 * b - 4) * b;
  }

  static std::optional<Optimum> optimum(std::size_t) {
    return optimum_at<SixHumpCamel>({Point{{0.089842013100318058, -0.71265640302073963}},
                                     Point{{-0.089842013100318058, 0.71265640302073963}}});
  }
};

}  // namespace sweep
