#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sweep {

/// q(x) = value + g'x + x'Hx/2 for displacements x from some centre.
struct Quadratic {
  double value = 0;
  std::vector<double> gradient;  // n
  std::vector<double> hessian;   // n x n, symmetric

  [[nodiscard]] double operator()(std::span<const double> x) const;
};

/// How many coefficients a quadratic of n variables has.
std::size_t quadratic_coefficients(std::size_t n);

/// The quadratic through these values whose second derivatives have the least Frobenius norm, or,
/// where no quadratic goes through all of them, the closest in the sense of least squares.
/// `displacements` are values.size() rows of n; at least one row, all finite.
///
/// Source: Powell 2004, "Least Frobenius norm updating of quadratic models that satisfy
/// interpolation conditions", doi:10.1007/s10107-003-0490-7, equation 1.4 with no former model.
Quadratic least_norm_quadratic(std::span<const double> displacements,
                               std::span<const double> values, std::size_t n);

/// A minimum of a quadratic in a box that holds 0: where descent by coordinates ends, which takes
/// Newton's step in the coordinates that are at no bound whenever that is lower.
std::vector<double> box_minimum(const Quadratic& quadratic, std::span<const double> lo,
                                std::span<const double> hi);

}  // namespace sweep
