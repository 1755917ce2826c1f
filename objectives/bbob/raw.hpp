#pragma once

#include "objectives/bbob/coordinates.hpp"
#include "objectives/bbob/elementary.hpp"

// Functions that several of the suite are made of, at transformed coordinates z.
namespace sweep::detail {

inline constexpr double kTurn = 2 * std::numbers::pi;

template <class Real>
Real squares(const Coordinates<Real>& z) {
  return sum(z, [&](auto at) { return z[at] * z[at]; });
}

template <class Real>
Real squares_from(int first, const Coordinates<Real>& z) {
  return sum_from(first, z, [&](auto at) { return z[at] * z[at]; });
}

/// sum w_i z_i^2.
template <class Real>
Real weighted_squares(const Row& weight, const Coordinates<Real>& z) {
  return sum(z, [&](auto at) { return weight[at] * z[at] * z[at]; });
}

/// 10 (D - sum cos 2 pi z_i).
template <class Real>
Real dents(const Coordinates<Real>& z) {
  const Real waves = sum(z, [&](auto at) { return cos(kTurn * z[at]); });
  return 10.0 * (Real(z.size()) - waves);
}

/// Rastrigin's function; infinite where the squares are, whatever a cosine is there.
template <class Real>
Real rastrigin(const Coordinates<Real>& z) {
  const Real bowl = squares(z);
  return select(bowl < Real(kInfinity), dents(z) + bowl, bowl);
}

/// Rosenbrock's function: 100 sum (z_{i-1}^2 - z_i)^2 + sum (z_{i-1} - 1)^2, i = 1 .. D-1.
template <class Real>
Real rosenbrock(const Coordinates<Real>& z) {
  const Real bends = sum_from(1, z, [&](auto at) {
    const Pack left = z[previous(at)];
    const Pack bend = left * left - z[at];
    return bend * bend;
  });
  const Real slopes = sum_from(1, z, [&](auto at) {
    const Pack slope = z[previous(at)] - 1.0;
    return slope * slope;
  });
  return 100.0 * bends + slopes;
}

}  // namespace sweep::detail
