#pragma once

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = sum_i 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2 on [-5, 10]^dim; 0 at (1, ..., 1): a long,
/// narrow, curved valley.
/// Source: Rosenbrock 1960, doi:10.1093/comjnl/3.3.175.
struct Rosenbrock {
  static constexpr FunctionInfo kInfo{.name = "rosenbrock",
                                      .formula = "sum 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2",
                                      .source = "Rosenbrock 1960",
                                      .min_dim = 2,
                                      .max_dim = kLargestDim,
                                      .default_dim = 2};

  static Box domain(std::size_t dim) { return cube(dim, -5, 10); }

  static double value(PointView x) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
      const double bend = x[i + 1] - x[i] * x[i];
      const double slope = 1 - x[i];
      sum += 100 * bend * bend + slope * slope;
    }
    return sum;
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    return optimum_at<Rosenbrock>({diagonal_point(dim, 1)});
  }
};

}  // namespace sweep
