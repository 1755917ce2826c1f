#include <cassert>
#include <cmath>

#include "objectives/bbob/formula.hpp"
#include "objectives/bbob/matrix.hpp"
#include "objectives/bbob/raw.hpp"

namespace sweep::detail {
namespace {

constexpr double kSchwefelOptimum = 4.2096874633 / 2;

std::vector<double> schwefel_optimum(const BbobSetting& setting) {
  std::vector<double> x = legacy_uniform(setting.seed, setting.dimension);
  for (double& v : x) v = v < 0.5 ? -kSchwefelOptimum : kSchwefelOptimum;
  return x;
}

/// f20, Schwefel: (p + 418.98... - mean z_i sin sqrt |z_i|) / 100, p = sum max(0, |z_i| - 500)^2,
/// z = 100 (Lambda^10 (zhat - h) + h), zhat_i = xhat_i + 0.25 (xhat_{i-1} - h), xhat = 2 sgn x;
/// h = 4.2096874637, in whose last digit the program differs from RR-6829. Its p is no penalty of
/// x, and stays where a variant has none.
struct Schwefel : BbobBase {
  static constexpr double kCentre = 4.2096874637;

  explicit Schwefel(const BbobSetting& s)
      : BbobBase(s, schwefel_optimum(s)), dimension(s.dimension) {
    for (int i = 0; i < s.dimension; ++i) {
      flip[i] = std::copysign(2.0, x_opt[i]);
      pull[i] = i == 0 ? 0 : 0.25;
      scale[i] = std::pow(10, 0.5 * i / (s.dimension - 1));
    }
  }

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto flipped = map(x, [&](auto at) { return flip[at] * x[at]; });
    const auto z = map(flipped, [&](auto at) {
      const Pack pulled = flipped[at] + pull[at] * (flipped[previous(at)] - kCentre);
      return 100.0 * (scale[at] * (pulled - kCentre) + kCentre);
    });
    const Real beyond = sum(z, [&](auto at) {
      const Pack far = larger<Pack>(abs(z[at]) - 500.0, 0.0);
      return far * far;
    });
    const Real waves = sum(z, [&](auto at) { return z[at] * sin(sqrt(abs(z[at]))); });
    return 0.01 * (beyond + 418.9828872724339 - waves / dimension) + f_opt;
  }

  double dimension;
  Row flip;
  Row pull;
  Row scale;
};

/// f23, Katsuura: 10/D^2 (prod (1 + (i + 1) sum_j |2^j z_i - round(2^j z_i)| / 2^j)^(10/D^1.2) - 1)
/// + f_pen, j = 1 .. 32, z = R Lambda^100 Q d. The power is taken of the whole product.
struct Katsuura : BbobBase {
  explicit Katsuura(const BbobSetting& s)
      : BbobBase(s, s.random_optimum(s.seed)),
        transform(s.r_scaled_q(10)),
        dimension(s.dimension),
        exponent(10 / std::pow(s.dimension, 1.2)) {
    for (int i = 0; i < s.dimension; ++i) weight[i] = i + 1;
  }

  static Pack roughness(Pack z) {
    Pack sum = 0.0;
    double scale = 1;
    for (int j = 1; j <= 32; ++j) {
      scale *= 2;
      const Pack zoomed = scale * z;
      sum += abs(zoomed - nearest(zoomed)) * (1 / scale);
    }
    return sum;
  }

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto z = product(transform, distance(x));
    const Real rough = fold(
        0, z.size(), z, 1, [&](auto at) { return 1.0 + weight[at] * roughness(z[at]); },
        [](Real a, Real b) { return a * b; });
    return 10.0 / dimension / dimension * (power(rough, exponent) - 1.0) + f_opt + penalty(x);
  }

  Matrix transform;
  double dimension;
  double exponent;
  Row weight;
};

std::vector<double> lunacek_optimum(const BbobSetting& setting) {
  std::vector<double> x = legacy_normal(setting.seed, setting.dimension);
  for (double& v : x) v = v < 0 ? -1.25 : 1.25;
  return x;
}

/// f24, Lunacek bi-Rastrigin: min(sum (xhat_i - mu0)^2, D + s sum (xhat_i - mu1)^2)
/// + 10 (D - sum cos 2 pi z_i) + 10^4 f_pen, xhat = 2 sgn(x_opt) x, z = R Lambda^100 Q (xhat -
/// mu0), mu0 = 2.5, s = 1 - 0.5/(sqrt(D + 20) - 4.1), mu1 = -sqrt((mu0^2 - 1)/s).
struct LunacekBiRastrigin : BbobBase {
  static constexpr double kNearFunnel = 2.5;

  explicit LunacekBiRastrigin(const BbobSetting& s)
      : BbobBase(s, lunacek_optimum(s)),
        stretch(s.scaled_q(10)),
        turn(s.r()),
        dimension(s.dimension),
        width(1 - 0.5 / (std::sqrt(s.dimension + 20.0) - 4.1)),
        far_funnel(-std::sqrt((kNearFunnel * kNearFunnel - 1) / width)) {
    for (int i = 0; i < s.dimension; ++i) flip[i] = std::copysign(2.0, x_opt[i]);
  }

  template <class Real>
  Real operator()(const Coordinates<Real>& x) const {
    const auto near = map(x, [&](auto at) { return flip[at] * x[at] - kNearFunnel; });
    const auto far = map(x, [&](auto at) { return flip[at] * x[at] - far_funnel; });
    const Real funnel = smaller(squares(near), dimension + width * squares(far));
    return funnel + dents(product(turn, product(stretch, near))) + 1e4 * penalty(x) + f_opt;
  }

  Matrix stretch;
  Matrix turn;
  double dimension;
  double width;
  double far_funnel;
  Row flip;
};

}  // namespace

BuiltFormula build_weakly_structured(const BbobSetting& setting) {
  switch (setting.function) {
    case 20:
      return build<Schwefel>(setting);
    case 23:
      return build<Katsuura>(setting);
    case 24:
      return build<LunacekBiRastrigin>(setting);
    default:
      return build_gallagher(setting);
  }
}

}  // namespace sweep::detail
