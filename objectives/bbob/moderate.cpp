#include <algorithm>
#include <cmath>

#include "objectives/bbob/formula.hpp"
#include "objectives/bbob/matrix.hpp"
#include "objectives/bbob/raw.hpp"
#include "objectives/bbob/rotated_valley.hpp"

namespace sweep::detail {
namespace {

/// f6, attractive sector: T_osz(sum (w_i z_i)^2)^0.9, z = R Lambda^10 Q d, w_i = 100 on the side of
/// the optimum, else 1.
struct AttractiveSector : BbobBase {
  explicit AttractiveSector(const BbobSetting& s)
      : BbobBase(s, s.random_optimum(s.seed)), transform(s.r_scaled_q(std::sqrt(10.0))) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto z = product(transform, distance(x));
    const Real steep = sum(x, [&](auto at) {
      return select(z[at] * x_opt[at] > 0.0, 100.0 * 100.0, 1.0) * z[at] * z[at];
    });
    return power(t_osz(steep), 0.9) + f_opt;
  }

  Matrix transform;
};

SquareMatrix with_scaled_rows(SquareMatrix m, const Row& scale) {
  for (int i = 0; i < m.size(); ++i) {
    for (int j = 0; j < m.size(); ++j) m(i, j) *= scale[i];
  }
  return m;
}

/// f7, step ellipsoid: 0.1 max(|zhat_0| / 10^4, sum 100^(e_i) z_i^2) + f_pen, zhat = Lambda^10 Q d,
/// z = R ztilde, where ztilde has zhat rounded to 1, or to 0.1 within 0.5 of 0.
struct StepEllipsoid : BbobBase {
  explicit StepEllipsoid(const BbobSetting& s)
      : BbobBase(s, s.random_optimum(s.seed)),
        stretch(with_scaled_rows(s.q(), stretches(s.dimension))),
        turn(s.r()),
        weight(powers(100, s.dimension)) {}

  static Row stretches(int dimension) {
    Row scale = powers(10, dimension);
    for (int i = 0; i < dimension; ++i) scale[i] = std::sqrt(scale[i]);
    return scale;
  }

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto smooth = product(stretch, distance(x));
    const auto stepped = map(x, [&](auto at) {
      const Pack z = smooth[at];
      return select(abs(z) > 0.5, floor(z + 0.5), floor(10.0 * z + 0.5) / 10.0);
    });
    const Real steps = weighted_squares(weight, product(turn, stepped));
    const Real slope = abs(smooth[0]) * 1e-4;
    return 0.1 * larger(slope, steps) + penalty(x) + f_opt;
  }

  Matrix stretch;
  Matrix turn;
  Row weight;
};

std::vector<double> three_quarters(std::vector<double> x) {
  for (double& v : x) v *= 0.75;
  return x;
}

/// f8, Rosenbrock of z = c d + 1, c = max(1, sqrt(D) / 8).
struct Rosenbrock : BbobBase {
  explicit Rosenbrock(const BbobSetting& s)
      : BbobBase(s, three_quarters(s.random_optimum(s.seed))), scale(valley_scale(s.dimension)) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto z = map(x, [&](auto at) { return scale * (x[at] - x_opt[at]) + 1.0; });
    return rosenbrock(z) + f_opt;
  }

  double scale;
};

/// f9, Rosenbrock of z = c Q x + 0.5, c as in f8.
struct RosenbrockRotated : BbobBase {
  explicit RosenbrockRotated(const BbobSetting& s)
      : BbobBase(s, rotated_valley_end(s)), transform(rotated_valley(s)) {}

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    return rosenbrock(product(transform, x, 0.5)) + f_opt;
  }

  Matrix transform;
};

}  // namespace

BuiltFormula build_moderate(const BbobSetting& setting) {
  return build_one_of<6, AttractiveSector, StepEllipsoid, Rosenbrock, RosenbrockRotated>(setting);
}

}  // namespace sweep::detail
