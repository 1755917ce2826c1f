#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "objectives/functions/common.hpp"

namespace sweep {

/// -sum_k h_k exp(-sum_i A_ki (x_i - P_ki)^2) with the heights h = (1, 1.2, 3, 3.2) that the two
/// Hartmann functions share, each less 0.1 `lack`; `scale` is A, `centre` is P. Source: Hartman
/// 1973, "Some experiments in global optimization"; the tables from Dixon and Szego 1978.
template <std::size_t Dim>
double hartmann(PointView x, const double (&scale)[4][Dim], const double (&centre)[4][Dim],
                double lack) {
  constexpr std::array<double, 4> kHeight{1, 1.2, 3, 3.2};
  double sum = 0;
  for (std::size_t k = 0; k < kHeight.size(); ++k) {
    double distance = 0;
    for (std::size_t i = 0; i < Dim; ++i) distance += scale[k][i] * squared(x[i] - centre[k][i]);
    sum -= (kHeight[k] - 0.1 * lack) * std::exp(-distance);
  }
  return sum;
}

}  // namespace sweep
