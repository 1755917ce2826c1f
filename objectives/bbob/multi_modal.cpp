#include <cmath>

#include "objectives/bbob/formula.hpp"
#include "objectives/bbob/matrix.hpp"
#include "objectives/bbob/raw.hpp"
#include "objectives/bbob/rotated_valley.hpp"

namespace sweep::detail {
namespace {

/// f15, rotated Rastrigin: of z = R Lambda^10 Q T_asy^0.2(T_osz(R d)).
struct RastriginRotated : BbobBase {
  explicit RastriginRotated(const BbobSetting& s)
      : BbobBase(s, s.random_optimum(s.seed)),
        turn(s.r()),
        transform(s.r_scaled_q(std::sqrt(10.0))),
        slope(asymmetry(0.2, s.dimension)) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto y = product(turn, distance(x));
    const auto bent = map(y, [&](auto at) { return t_asy(t_osz(y[at]), slope[at]); });
    return rastrigin(product(transform, bent)) + f_opt;
  }

  Matrix turn;
  Matrix transform;
  Row slope;
};

/// f16, Weierstrass: 10 (mean_i sum_k 2^-k cos(2 pi (z_i + 0.5) 3^k) - f0)^3 + 10/D f_pen,
/// k = 0 .. 11, z = R Lambda^(1/100) Q T_osz(R d); f0 is the sum over k at z_i = 0.
struct Weierstrass : BbobBase {
  static constexpr int kWaves = 12;

  explicit Weierstrass(const BbobSetting& s)
      : BbobBase(s, s.random_optimum(s.seed)),
        turn(s.r()),
        transform(s.r_scaled_q(1 / std::sqrt(100.0))),
        dimension(s.dimension) {
    for (int k = 0; k < kWaves; ++k) {
      height[k] = std::pow(0.5, k);
      frequency[k] = std::pow(3, k);
      at_zero += height[k] * std::cos(kTurn * frequency[k] * 0.5);
    }
  }

  Pack waves(Pack z) const {
    Pack sum = 0.0;
    for (int k = 0; k < kWaves; ++k) {
      sum += height[k] * cos(kTurn * (z + 0.5) * frequency[k]);
    }
    return sum;
  }

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto y = product(turn, distance(x));
    const auto rippled = map(y, [&](auto at) { return each_lane(y[at], t_osz_to_the_bit); });
    const auto z = product(transform, rippled);
    const Real mean = sum(z, [&](auto at) { return waves(z[at]); }) / dimension;
    const Real above = mean - at_zero;
    return 10.0 * (above * above * above) + f_opt + 10.0 / dimension * penalty(x);
  }

  Matrix turn;
  Matrix transform;
  double dimension;
  Row height;
  Row frequency;
  double at_zero = 0;
};

/// mean over the pairs s_i = z_{i-1}^2 + z_i^2 of s_i^0.25 (1 + sin(50 s_i^0.1)^2), squared,
/// + 10 f_pen, z = Lambda^cond Q T_asy^0.5(R d); the pair itself if it is infinite.
struct Schaffers : BbobBase {
  Schaffers(const BbobSetting& s, double condition)
      : BbobBase(s, s.random_optimum(s.seed)),
        turn(s.r()),
        transform(s.scaled_q(std::sqrt(condition))),
        slope(asymmetry(0.5, s.dimension)),
        pairs(s.dimension - 1) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto y = product(turn, distance(x));
    const auto z = product(transform, map(y, [&](auto at) { return t_asy(y[at], slope[at]); }));
    const auto pair = map(z, [&](auto at) {
      const Pack left = z[previous(at)];
      return left * left + z[at] * z[at];
    });
    const Real largest = fold(
        1, pair.size(), pair, 0, [&](auto at) { return pair[at]; },
        [](Real a, Real b) { return larger(a, b); });
    const Real mean = sum_from(1, pair,
                               [&](auto at) {
                                 const Pack wave = sin(50.0 * power(pair[at], 0.1));
                                 return sqrt(sqrt(pair[at])) * (1.0 + wave * wave);
                               }) /
                      pairs;
    const Real y_of_x = mean * mean + f_opt + 10.0 * penalty(x);
    return select(largest < Real(kInfinity), y_of_x, largest);
  }

  Matrix turn;
  Matrix transform;
  Row slope;
  double pairs;
};

/// f17, Schaffers F7 with condition 10.
struct Schaffers10 : Schaffers {
  explicit Schaffers10(const BbobSetting& s) : Schaffers(s, 10) {}
};

/// f18, Schaffers F7 with condition 1000.
struct Schaffers1000 : Schaffers {
  explicit Schaffers1000(const BbobSetting& s) : Schaffers(s, 1000) {}
};

/// f19, Griewank-Rosenbrock: 10 + 10 mean (s_i / 4000 - cos s_i), s_i the terms of Rosenbrock's
/// function at z = c Q x + 0.5, c as in f8.
struct GriewankRosenbrock : BbobBase {
  explicit GriewankRosenbrock(const BbobSetting& s)
      : BbobBase(s, rotated_valley_end(s)),
        transform(rotated_valley(s)),
        factor(s.variant.griewank_factor),
        pairs(s.dimension - 1) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto y = product(transform, x);
    const auto z = map(y, [&](auto at) { return y[at] + 0.5; });
    const Real terms = sum_from(1, z, [&](auto at) {
      const Pack left = z[previous(at)];
      const Pack bend = left * left - z[at];
      const Pack slope = 1.0 - left;
      const Pack s = 100.0 * bend * bend + slope * slope;
      return s / 4000.0 - cos(s);
    });
    return factor + factor * terms / pairs + f_opt;
  }

  Matrix transform;
  double factor;
  double pairs;
};

}  // namespace

BuiltFormula build_multi_modal(const BbobSetting& setting) {
  return build_one_of<15, RastriginRotated, Weierstrass, Schaffers10, Schaffers1000,
                      GriewankRosenbrock>(setting);
}

}  // namespace sweep::detail
