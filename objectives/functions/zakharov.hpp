#pragma once

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = sum x_i^2 + s^2 + s^4, s = sum i x_i / 2, i from 1, on [-5, 10]^dim; 0 at the origin: a
/// plate bent up along one diagonal.
/// Source: Zakharov 1974.
struct Zakharov {
  static constexpr FunctionInfo kInfo{.name = "zakharov",
                                      .formula = "sum x_i^2 + s^2 + s^4, s = sum i x_i / 2",
                                      .source = "Zakharov 1974",
                                      .min_dim = 1,
                                      .max_dim = kLargestDim,
                                      .default_dim = 2};

  static Box domain(std::size_t dim) { return cube(dim, -5, 10); }

  static double value(PointView x) {
    double squares = 0;
    double s = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      squares += x[i] * x[i];
      s += 0.5 * static_cast<double>(i + 1) * x[i];
    }
    return squares + s * s + squared(s * s);
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    return optimum_at<Zakharov>({diagonal_point(dim, 0)});
  }
};

}  // namespace sweep
