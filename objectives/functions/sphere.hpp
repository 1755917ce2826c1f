#pragma once

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = sum x_i^2 on [-5.12, 5.12]^dim; 0 at the origin.
/// Source: Rechenberg 1973, "Evolutionsstrategie"; De Jong 1975 (f1).
struct Sphere {
  static constexpr FunctionInfo kInfo{.name = "sphere",
                                      .formula = "sum x_i^2",
                                      .source = "Rechenberg 1973; De Jong 1975",
                                      .min_dim = 1,
                                      .max_dim = kLargestDim,
                                      .default_dim = 2};

  static Box domain(std::size_t dim) { return cube(dim, -5.12, 5.12); }

  static double value(PointView x) {
    double sum = 0;
    for (const double v : x) sum += v * v;
    return sum;
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    return optimum_at<Sphere>({diagonal_point(dim, 0)});
  }
};

}  // namespace sweep
