#pragma once

#include <cmath>
#include <numbers>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = sum x_i^2 + 10 (1 - cos 2 pi x_i) on [-5.12, 5.12]^dim; 0 at the origin; about 10^dim
/// local minima on a lattice.
/// Source: Rastrigin 1974, "Systems of extremal control"; Muehlenbein et al. 1991 for any dim.
struct Rastrigin {
  static constexpr FunctionInfo kInfo{.name = "rastrigin",
                                      .formula = "sum x_i^2 + 10 (1 - cos 2 pi x_i)",
                                      .source = "Rastrigin 1974",
                                      .min_dim = 1,
                                      .max_dim = kLargestDim,
                                      .default_dim = 2};

  static Box domain(std::size_t dim) { return cube(dim, -5.12, 5.12); }

  static double value(PointView x) {
    double sum = 0;
    for (const double v : x) sum += v * v + 10 * (1 - std::cos(2 * std::numbers::pi * v));
    return sum;
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    return optimum_at<Rastrigin>({diagonal_point(dim, 0)});
  }
};

}  // namespace sweep
