#pragma once

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x, y) = (1 + (x + y + 1)^2 (19 - 14 x + 3 x^2 - 14 y + 6 x y + 3 y^2))
/// (30 + (2 x - 3 y)^2 (18 - 32 x + 12 x^2 + 48 y - 36 x y + 27 y^2)) on [-2, 2]^2; 3 at (0, -1).
/// Source: Goldstein & Price 1971, doi:10.1090/S0025-5718-1971-0312365-X.
/// Differs from the source in: written with s = x + y and t = 2 x - 3 y.
struct GoldsteinPrice {
  static constexpr FunctionInfo kInfo{.name = "goldstein-price",
                                      .formula =
                                          "(1 + (s + 1)^2 (19 - 14 s + 3 s^2)) (30 + t^2 (18 - 16 "
                                          "t + 3 t^2)), s = x + y, t = 2 x - 3 y",
                                      .source = "Goldstein, Price 1971",
                                      .min_dim = 2,
                                      .max_dim = 2,
                                      .default_dim = 2};

  static Box domain(std::size_t) { return cube(2, -2, 2); }

  static double value(PointView x) {
    const double s = x[0] + x[1];
    const double t = 2 * x[0] - 3 * x[1];
    return (1 + squared(s + 1) * (19 - 14 * s + 3 * s * s)) *
           (30 + t * t * (18 - 16 * t + 3 * t * t));
  }

  static std::optional<Optimum> optimum(std::size_t) {
    return optimum_at<GoldsteinPrice>({Point{{0, -1}}});
  }
};

}  // namespace sweep
