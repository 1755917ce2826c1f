#pragma once

#include <cmath>
#include <numbers>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = sin^2(pi w_1) + sum_{i < dim} (w_i - 1)^2 (1 + 10 sin^2(pi w_i + 1))
/// + (w_dim - 1)^2 (1 + sin^2(2 pi w_dim)), w_i = 1 + (x_i - 1)/4, on [-10, 10]^dim; 0 at (1, ...,
/// 1). Source: Levy & Montalvo 1985, doi:10.1137/0906002; in this form Laguna & Marti 2005,
/// doi:10.1007/s10898-004-1936-z.
struct Levy {
  static constexpr FunctionInfo kInfo{
      .name = "levy",
      .formula =
          "sin^2(pi w_1) + sum (w_i - 1)^2 (1 + 10 sin^2(pi w_i + 1)) + (w_d - 1)^2 (1 + sin^2(2 "
          "pi w_d)), w = 1 + (x - 1)/4",
      .source = "Levy, Montalvo 1985; Laguna, Marti 2005",
      .min_dim = 1,
      .max_dim = kLargestDim,
      .default_dim = 2};

  static Box domain(std::size_t dim) { return cube(dim, -10, 10); }

  static double value(PointView x) {
    const auto w = [&](std::size_t i) { return 1 + (x[i] - 1) / 4; };
    const std::size_t last = x.size() - 1;
    double sum = squared(std::sin(std::numbers::pi * w(0)));
    for (std::size_t i = 0; i < last; ++i) {
      sum += squared(w(i) - 1) * (1 + 10 * squared(std::sin(std::numbers::pi * w(i) + 1)));
    }
    return sum + squared(w(last) - 1) * (1 + squared(std::sin(2 * std::numbers::pi * w(last))));
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    return optimum_at<Levy>({diagonal_point(dim, 1)});
  }
};

}  // namespace sweep
