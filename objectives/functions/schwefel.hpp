#pragma once

#include <cmath>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = sum c - x_i sin sqrt|x_i| on [-500, 500]^dim with c = 418.98288727243371; 0 at
/// (420.96874635998205, ...), near a corner and far from the next best minima. Outside the domain
/// the values fall without bound. Source: Schwefel 1981, "Numerical optimization of computer
/// models". Differs from the source in: c makes the optimum 0.
class Schwefel {
 public:
  static constexpr FunctionInfo kInfo{.name = "schwefel",
                                      .formula = "sum 418.98288727243371 - x_i sin sqrt|x_i|",
                                      .source = "Schwefel 1981",
                                      .min_dim = 1,
                                      .max_dim = kLargestDim,
                                      .default_dim = 2,
                                      .defined_outside_domain = false};

  static Box domain(std::size_t dim) { return cube(dim, -500, 500); }

  static double value(PointView x) {
    double sum = 0;
    for (const double v : x) sum += kDepth - v * std::sin(std::sqrt(std::abs(v)));
    return sum;
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    return optimum_at<Schwefel>({diagonal_point(dim, 420.96874635998205)});
  }

 private:
  static constexpr double kDepth = 418.98288727243371;  // max of x sin sqrt|x| on the domain
};

}  // namespace sweep
