#include "algorithms/model/normal_mass.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "algorithms/model/log_improvement.hpp"
#include "algorithms/space/distributions/normal.hpp"

namespace sweep {
namespace {

// Beyond this a tail is below 1e-17, and nothing beside 1.
constexpr double kNoTail = 8.5;

double tail_above(double z) {
  return z > kNoTail ? 0 : std::erfc(z * (1 / std::numbers::sqrt2)) / 2;
}

// For z >= 0.
double log_tail_above(double z) {
  return std::log(scaled_erfc(z / std::numbers::sqrt2) / 2) - z * z / 2;
}

}  // namespace

double normal_mass(double a, double b) {
  if (a < 0 && b <= 0) return normal_mass(-b, -a);
  if (a <= 0) return 1 - tail_above(-a) - tail_above(b);
  return (std::erfc(a / std::numbers::sqrt2) - std::erfc(b / std::numbers::sqrt2)) / 2;
}

double log_normal_mass(double a, double b) {
  if (a < 0 && b <= 0) return log_normal_mass(-b, -a);
  if (a <= 0) return std::log(normal_mass(a, b));
  const double outer = log_tail_above(a);
  return outer + std::log1p(-std::exp(log_tail_above(b) - outer));
}

double confined_normal_quantile(double u, double a, double b) {
  const double left = tail_above(-a);
  const double right = tail_above(b);
  const double mass = 1 - left - right;
  const double below = left + u * mass;
  const double above = right + (1 - u) * mass;
  const double z = below < above ? normal_quantile(below) : -normal_quantile(above);
  return std::clamp(z, a, b);
}

}  // namespace sweep
