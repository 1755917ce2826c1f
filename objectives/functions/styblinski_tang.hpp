#pragma once

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = 1/2 sum x_i^4 - 16 x_i^2 + 5 x_i on [-5, 5]^dim; -39.166165703771412 dim at
/// (-2.9035340277711771, ...), a root of 4 x^3 - 32 x + 5.
/// Source: Styblinski & Tang 1990, doi:10.1016/0893-6080(90)90029-K.
struct StyblinskiTang {
  static constexpr FunctionInfo kInfo{.name = "styblinski-tang",
                                      .formula = "sum (x_i^4 - 16 x_i^2 + 5 x_i) / 2",
                                      .source = "Styblinski, Tang 1990",
                                      .min_dim = 1,
                                      .max_dim = kLargestDim,
                                      .default_dim = 2};

  static Box domain(std::size_t dim) { return cube(dim, -5, 5); }

  static double value(PointView x) {
    double sum = 0;
    for (const double v : x) sum += v * (v * (v * v - 16) + 5);
    return sum / 2;
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    return optimum_at<StyblinskiTang>({diagonal_point(dim, -2.9035340277711771)});
  }
};

}  // namespace sweep
