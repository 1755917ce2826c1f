#include "objectives/bbob/setting.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sweep::detail {
namespace {

std::int64_t seed_of(const BbobProblem& problem) {
  const int family = problem.function == 4 ? 3 : problem.function == 18 ? 17 : problem.function;
  return family + std::int64_t{10000} * problem.instance;
}

// A ratio of two normal numbers with two decimals, Cauchy distributed, in [-1000, 1000].
double random_f_opt(std::int64_t seed) {
  const double a = legacy_normal(seed, 1)[0];
  const double b = legacy_normal(seed + 1, 1)[0];
  return std::clamp(std::floor(100.0 * 100.0 * a / b + 0.5) / 100.0, -1000.0, 1000.0);
}

}  // namespace

BbobSetting::BbobSetting(const BbobProblem& problem, const BbobVariant& wanted)
    : function(problem.function),
      dimension(problem.dimension),
      variant(wanted),
      seed(seed_of(problem)),
      f_opt(random_f_opt(seed)) {
  assert(function >= 1 && function <= 24);
  assert(dimension >= 2 && dimension <= 40);
  assert(problem.instance >= 1);
}

std::vector<double> BbobSetting::random_optimum(std::int64_t with_seed) const {
  const double width = variant.spreads_optima ? 10 : 8;
  std::vector<double> x = legacy_uniform(with_seed, dimension);
  for (double& v : x) {
    v = width * std::floor(10000 * v) / 10000 - width / 2;
    if (v == 0) v = -1e-5;
  }
  return x;
}

SquareMatrix BbobSetting::r_scaled_q(double scale) const {
  const SquareMatrix left = r();
  const SquareMatrix right = q();
  SquareMatrix m(dimension);
  for (int i = 0; i < dimension; ++i) {
    for (int j = 0; j < dimension; ++j) {
      for (int k = 0; k < dimension; ++k) {
        m(i, j) += left(i, k) * std::pow(scale, position(k, dimension)) * right(k, j);
      }
    }
  }
  return m;
}

SquareMatrix BbobSetting::scaled_q(double scale) const {
  SquareMatrix m = q();
  for (int i = 0; i < dimension; ++i) {
    for (int j = 0; j < dimension; ++j) m(i, j) *= std::pow(scale, position(i, dimension));
  }
  return m;
}

}  // namespace sweep::detail
