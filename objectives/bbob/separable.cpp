#include <cmath>

#include "objectives/bbob/formula.hpp"
#include "objectives/bbob/raw.hpp"

namespace sweep::detail {
namespace {

/// f1, sphere: sum d_i^2.
struct Sphere : BbobBase {
  explicit Sphere(const BbobSetting& s) : BbobBase(s, s.random_optimum(s.seed)) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    return squares(distance(x)) + f_opt;
  }
};

/// f2, separable ellipsoid: sum 10^(6 e_i) z_i^2, z = T_osz(d).
struct Ellipsoid : BbobBase {
  explicit Ellipsoid(const BbobSetting& s)
      : BbobBase(s, s.random_optimum(s.seed)), weight(powers(1e6, s.dimension)) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto z = map(x, [&](auto at) { return t_osz(x[at] - x_opt[at]); });
    return weighted_squares(weight, z) + f_opt;
  }

  Row weight;
};

/// f3, separable Rastrigin: 10 (D - sum cos 2 pi z_i) + sum z_i^2, z = Lambda^10 T_asy^0.2
/// T_osz(d).
struct Rastrigin : BbobBase {
  explicit Rastrigin(const BbobSetting& s)
      : BbobBase(s, s.random_optimum(s.seed)), slope(asymmetry(0.2, s.dimension)) {
    for (int i = 0; i < s.dimension; ++i) scale[i] = std::pow(10, 0.5 * i / (s.dimension - 1));
  }

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto z =
        map(x, [&](auto at) { return scale[at] * t_asy(t_osz(x[at] - x_opt[at]), slope[at]); });
    return rastrigin(z) + f_opt;
  }

  Row slope;
  Row scale;
};

std::vector<double> with_even_ones_positive(std::vector<double> x) {
  for (std::size_t i = 0; i < x.size(); i += 2) x[i] = std::abs(x[i]);
  return x;
}

/// f4, Bueche-Rastrigin: Rastrigin of z_i = s_i y_i + 100 f_pen, y = T_osz(d), s_i = 10^(e_i / 2),
/// ten times that for even i where y_i > 0. Differs from RR-6829 in: x_opt is positive for even i.
struct BuecheRastrigin : BbobBase {
  explicit BuecheRastrigin(const BbobSetting& s)
      : BbobBase(s, with_even_ones_positive(s.random_optimum(s.seed))),
        scale_below(powers(std::sqrt(10.0), s.dimension)),
        scale_above(scale_below) {
    for (int i = 0; i < s.dimension; i += 2) scale_above[i] = 10 * scale_below[i];
  }

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto z = map(x, [&](auto at) {
      const Pack y = t_osz(x[at] - x_opt[at]);
      return select(y > 0.0, scale_above[at], scale_below[at]) * y;
    });
    return dents(z) + squares(z) + f_opt + 100.0 * penalty(x);
  }

  Row scale_below;
  Row scale_above;
};

std::vector<double> corner_of(std::vector<double> x) {
  for (double& v : x) v = v < 0 ? -5 : 5;
  return x;
}

/// f5, linear slope: sum 5 |s_i| - s_i x_i, s_i = 10^(e_i) with the sign of x_opt, which is a
/// corner; constant in a coordinate that is beyond it.
struct LinearSlope : BbobBase {
  explicit LinearSlope(const BbobSetting& s)
      : BbobBase(s, corner_of(s.random_optimum(s.seed))), slope(powers(10, s.dimension)) {
    for (int i = 0; i < s.dimension; ++i) slope[i] = std::copysign(slope[i], x_opt[i]);
  }

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    return sum(x,
               [&](auto at) {
                 const Pack inside = select(x[at] * x_opt[at] < 25.0, x[at], x_opt[at]);
                 return 5.0 * abs(slope[at]) - slope[at] * inside;
               }) +
           f_opt;
  }

  Row slope;
};

}  // namespace

BuiltFormula build_separable(const BbobSetting& setting) {
  return build_one_of<1, Sphere, Ellipsoid, Rastrigin, BuecheRastrigin, LinearSlope>(setting);
}

}  // namespace sweep::detail
