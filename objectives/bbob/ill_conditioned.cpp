#include <cmath>

#include "objectives/bbob/formula.hpp"
#include "objectives/bbob/matrix.hpp"
#include "objectives/bbob/raw.hpp"

namespace sweep::detail {
namespace {

/// d turned by R.
struct Turned : BbobBase {
  Turned(const BbobSetting& s, std::int64_t seed_of_optimum)
      : BbobBase(s, s.random_optimum(seed_of_optimum)), turn(s.r()) {}
  explicit Turned(const BbobSetting& s) : Turned(s, s.seed) {}

  template <class Real>
  Coordinates<Real> turned(const Coordinates<Real>& x) const {
    return product(turn, distance(x));
  }

  Matrix turn;
};

/// sum w_i z_i^2, z = T_osz(R d).
struct TurnedSquares : Turned {
  TurnedSquares(const BbobSetting& s, const Row& weights) : Turned(s), weight(weights) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto y = turned(x);
    return weighted_squares(weight, map(y, [&](auto at) { return t_osz(y[at]); })) + f_opt;
  }

  Row weight;
};

/// f10, rotated ellipsoid: weights 10^(6 e_i).
struct EllipsoidRotated : TurnedSquares {
  explicit EllipsoidRotated(const BbobSetting& s)
      : TurnedSquares(s, powers(s.variant.ellipsoid_condition, s.dimension)) {}
};

/// `first` for coordinate 0, `other` for the others.
Row one_and_others(double first, double other, int dimension) {
  Row weight;
  for (int i = 0; i < dimension; ++i) weight[i] = i == 0 ? first : other;
  return weight;
}

/// f11, discus: weights 10^6, 1, ..., 1.
struct Discus : TurnedSquares {
  explicit Discus(const BbobSetting& s) : TurnedSquares(s, one_and_others(1e6, 1, s.dimension)) {}
};

/// f12, bent cigar: z_0^2 + 10^6 sum_{i>=1} z_i^2, z = R T_asy^0.5(R d).
struct BentCigar : Turned {
  explicit BentCigar(const BbobSetting& s)
      : Turned(s, s.seed + 1000000),
        slope(asymmetry(0.5, s.dimension)),
        weight(one_and_others(1, 1e6, s.dimension)) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto y = turned(x);
    const auto bent = map(y, [&](auto at) { return t_asy(y[at], slope[at]); });
    return weighted_squares(weight, product(turn, bent)) + f_opt;
  }

  Row slope;
  Row weight;
};

/// f13, sharp ridge: z_0^2 + 100 sqrt(sum_{i>=1} z_i^2), z = R Lambda^10 Q d.
struct SharpRidge : BbobBase {
  explicit SharpRidge(const BbobSetting& s)
      : BbobBase(s, s.random_optimum(s.seed)), transform(s.r_scaled_q(std::sqrt(10.0))) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto z = product(transform, distance(x));
    const Real along = z[0];
    return along * along + 100.0 * sqrt(squares_from(1, z)) + f_opt;
  }

  Matrix transform;
};

/// f14, different powers: sqrt(sum |z_i|^(2 + 4 e_i)), z = R d.
struct DifferentPowers : Turned {
  explicit DifferentPowers(const BbobSetting& s) : Turned(s) {
    for (int i = 0; i < s.dimension; ++i) beyond_two[i] = 4.0 * i / (s.dimension - 1);
  }

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto z = turned(x);
    const Real powers = sum(z, [&](auto at) {
      const Pack square = z[at] * z[at];
      return select(square > 0.0, square * power(abs(z[at]), beyond_two[at]), square);
    });
    return sqrt(powers) + f_opt;
  }

  Row beyond_two;
};

}  // namespace

BuiltFormula build_ill_conditioned(const BbobSetting& setting) {
  return build_one_of<10, EllipsoidRotated, Discus, BentCigar, SharpRidge, DifferentPowers>(
      setting);
}

}  // namespace sweep::detail
