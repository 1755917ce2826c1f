#pragma once

#include <cmath>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = 1 + sum x_i^2 / 4000 - prod cos(x_i / sqrt(i)), i from 1, on [-600, 600]^dim; 0 at the
/// origin.
/// Source: Griewank 1981, doi:10.1007/BF00933356.
struct Griewank {
  static constexpr FunctionInfo kInfo{.name = "griewank",
                                      .formula = "1 + sum x_i^2 / 4000 - prod cos(x_i / sqrt(i))",
                                      .source = "Griewank 1981",
                                      .min_dim = 1,
                                      .max_dim = kLargestDim,
                                      .default_dim = 2};

  static Box domain(std::size_t dim) { return cube(dim, -600, 600); }

  static double value(PointView x) {
    double sum = 0;
    double product = 1;
    for (std::size_t i = 0; i < x.size(); ++i) {
      sum += x[i] * x[i];
      product *= std::cos(x[i] / std::sqrt(static_cast<double>(i + 1)));
    }
    return sum / 4000 + (1 - product);
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    return optimum_at<Griewank>({diagonal_point(dim, 0)});
  }
};

}  // namespace sweep
