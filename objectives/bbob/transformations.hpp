#pragma once

#include "objectives/bbob/coordinates.hpp"
#include "objectives/bbob/elementary.hpp"
#include "objectives/bbob/setting.hpp"

// The transformations of Hansen, Finck, Ros, Auger 2009, INRIA RR-6829, section 0.2.
namespace sweep::detail {

/// T_osz(v) = sgn(v) |v| exp(0.049 (sin c1 t + sin c2 t)), t = 10 log |v|; c1, c2 = 1, 0.79 for
/// v > 0 and 0.55, 0.31 below: ripples on the identity. Differs from the source in: the power 0.1
/// of an exponential is taken into its exponent; where the source's exponential overflows,
/// |v| > 1e30, it is infinite here, too.
inline Pack t_osz(Pack v) {
  constexpr double kOverflow = 709.782712893384;
  const PackMask is_positive = v > 0.0;
  const Pack size = abs(v);
  const Pack t = 10.0 * log(size);
  const Pack waves = 0.49 * (small_sin(select(is_positive, 1.0, 0.55) * t) +
                             small_sin(select(is_positive, 0.79, 0.31) * t));
  const Pack rippled = select(t + waves > kOverflow, kInfinity, size * exp_near_zero(0.1 * waves));
  return select(v == 0.0, 0.0, select(is_positive, rippled, -rippled));
}
inline double t_osz(double v) { return t_osz(Pack(v))[0]; }

/// T_osz to the last bit, as the source writes it, for f16: that magnifies an error by 1e6.
inline double t_osz_to_the_bit(double v) {
  if (v == 0) return 0;
  const bool is_positive = v > 0;
  const double t = std::log(std::abs(v)) / 0.1;
  const double waves =
      std::sin((is_positive ? 1.0 : 0.55) * t) + std::sin((is_positive ? 0.79 : 0.31) * t);
  const double rippled = std::pow(std::exp(t + 0.49 * waves), 0.1);
  return is_positive ? rippled : -rippled;
}

/// beta i / (dimension - 1) of each coordinate, for t_asy.
inline Row asymmetry(double beta, int dimension) {
  Row slopes;
  for (int i = 0; i < dimension; ++i) slopes[i] = beta * i / (dimension - 1);
  return slopes;
}

/// v^(1 + slope sqrt(v)) for v > 0, else v.
inline Pack t_asy(Pack v, Pack slope) {
  const Pack beyond_one = (1.0 + slope * sqrt(v)) - 1.0;  // rounded as the sum is
  return select(v > 0.0, v * exp(beyond_one * log(v)), v);
}

/// base^(e_i) of each coordinate: Lambda^alpha has base sqrt(alpha).
inline Row powers(double base, int dimension) {
  Row scale;
  for (int i = 0; i < dimension; ++i) scale[i] = std::pow(base, position(i, dimension));
  return scale;
}

/// sum max(0, |x_i| - 5)^2.
template <class Real>
Real distance_outside(const Coordinates<Real>& x) {
  return sum(x, [&](auto at) {
    const Pack beyond = larger<Pack>(abs(x[at]) - 5.0, 0.0);
    return beyond * beyond;
  });
}

}  // namespace sweep::detail
