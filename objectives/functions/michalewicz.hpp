#pragma once

#include <array>
#include <cmath>
#include <numbers>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = -sum sin(x_i) sin^20(i x_i^2 / pi), i from 1, on [0, pi]^dim: dim! local minima in steep
/// valleys and wide plateaus. Each coordinate has its own term, so the optimum is made of the
/// minima of the terms, known here up to dim 10. Outside the domain other minima are deeper.
/// Source: Michalewicz 1992, "Genetic algorithms + data structures = evolution programs".
struct Michalewicz {
  static constexpr FunctionInfo kInfo{.name = "michalewicz",
                                      .formula = "-sum sin(x_i) sin^20(i x_i^2 / pi)",
                                      .source = "Michalewicz 1992",
                                      .min_dim = 1,
                                      .max_dim = kLargestDim,
                                      .default_dim = 2,
                                      .defined_outside_domain = false};

  static Box domain(std::size_t dim) { return cube(dim, 0, std::numbers::pi); }

  static double value(PointView x) {
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double s = std::sin(static_cast<double>(i + 1) * x[i] * x[i] * std::numbers::inv_pi);
      const double s4 = squared(squared(s));
      sum -= std::sin(x[i]) * squared(squared(s4)) * s4;
    }
    return sum;
  }

  static std::optional<Optimum> optimum(std::size_t dim) {
    static constexpr std::array kPlaces{2.2029055201726093, 1.5707963267948966, 1.2849915705529245,
                                        1.9230584698663629, 1.7204697725658413, 1.5707963267948966,
                                        1.4544139713623789, 1.7560865209450263, 1.6557174168210291,
                                        1.5707963267948966};
    if (dim > kPlaces.size()) return std::nullopt;
    return optimum_at<Michalewicz>(
        {Point{{kPlaces.begin(), kPlaces.begin() + static_cast<std::ptrdiff_t>(dim)}}});
  }
};

}  // namespace sweep
