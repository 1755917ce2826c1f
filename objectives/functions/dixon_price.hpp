#pragma once

#include <cmath>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = (x_1 - 1)^2 + sum_{i >= 2} i (2 x_i^2 - x_{i-1})^2 on [-10, 10]^dim; 0 at
/// x_i = 2^(2^(1-i) - 1), the last one with either sign.
/// Source: Dixon & Price 1989.
struct DixonPrice {
  static constexpr FunctionInfo kInfo{.name = "dixon-price",
                                      .formula = "(x_1 - 1)^2 + sum i (2 x_i^2 - x_{i-1})^2",
                                      .source = "Dixon, Price 1989",
                                      .min_dim = 2,
                                      .max_dim = kLargestDim,
                                      .default_dim = 2};

  static Box domain(std::size_t dim) { return cube(dim, -10, 10); }

  static double value(PointView x) {
    double sum = squared(x[0] - 1);
    for (std::size_t i = 1; i < x.size(); ++i) {
      sum += static_cast<double>(i + 1) * squared(2 * x[i] * x[i] - x[i - 1]);
    }
    return sum;
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    std::vector<double> x{1};
    while (x.size() < dim) x.push_back(std::sqrt(x.back() / 2));
    std::vector<double> mirrored = x;
    mirrored.back() = -mirrored.back();
    return optimum_at<DixonPrice>({Point{x}, Point{mirrored}});
  }
};

}  // namespace sweep
