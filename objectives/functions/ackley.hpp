#pragma once

#include <cmath>
#include <numbers>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = 20 (1 - exp(-0.2 sqrt(mean x_i^2))) + e - exp(mean cos 2 pi x_i) on
/// [-32.768, 32.768]^dim; 0 at the origin: a funnel full of dents. Source: Ackley 1987, "A
/// connectionist machine for genetic hillclimbing"; Baeck 1996 for any dim. Differs from the source
/// in: written with expm1, which is exact near the optimum.
struct Ackley {
  static constexpr FunctionInfo kInfo{
      .name = "ackley",
      .formula = "20 (1 - exp(-0.2 sqrt(mean x_i^2))) + e - exp(mean cos 2 pi x_i)",
      .source = "Ackley 1987",
      .min_dim = 1,
      .max_dim = kLargestDim,
      .default_dim = 2};

  static Box domain(std::size_t dim) { return cube(dim, -32.768, 32.768); }

  static double value(PointView x) {
    double squares = 0;
    double waves = 0;
    for (const double v : x) {
      squares += v * v;
      waves += std::cos(2 * std::numbers::pi * v) - 1;
    }
    const auto n = static_cast<double>(x.size());
    return -20 * std::expm1(-0.2 * std::sqrt(squares / n)) -
           std::numbers::e * std::expm1(waves / n);
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    return optimum_at<Ackley>({diagonal_point(dim, 0)});
  }
};

}  // namespace sweep
