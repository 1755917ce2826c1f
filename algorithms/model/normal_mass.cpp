#include "algorithms/model/normal_mass.hpp"

#include <algorithm>
#include <array>
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

// P(Z > z) for z >= 0 by its Taylor series about the next of many nodes. With |t| <= 1/64 the first
// term left out is t^7/7! He6 phi < 3e-16.
class TailTable {
 public:
  TailTable() {
    for (std::size_t i = 0; i < rows_.size(); ++i)
      rows_[i] = row_at(static_cast<double>(i) / kNodes);
  }
  [[nodiscard]] double operator()(double z) const {
    const double inside = std::min(z, kNoTail);
    const auto node = static_cast<int>(std::floor(inside * kNodes + 0.5));
    const double t = inside - node / kNodes;
    const double t2 = t * t;
    const auto& c = rows_[static_cast<std::size_t>(node)];
    return (c[0] + c[1] * t) + t2 * ((c[2] + c[3] * t) + t2 * ((c[4] + c[5] * t) + t2 * c[6]));
  }

 private:
  using Row = std::array<double, 8>;    // a cache line
  static constexpr double kNodes = 32;  // in each unit of z

  static Row row_at(double z) {
    const double density = std::exp(-z * z / 2) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
    Row row{tail_above(z)};
    double before = 0;
    double hermite = 1;
    double sign = -1;
    double factorial = 1;
    for (std::size_t k = 1; k < 7; ++k) {
      factorial *= static_cast<double>(k);
      row[k] = sign * density * hermite / factorial;
      const double next = z * hermite - static_cast<double>(k - 1) * before;
      before = hermite;
      hermite = next;
      sign = -sign;
    }
    return row;
  }

  std::array<Row, static_cast<std::size_t>(kNoTail* kNodes) + 1> rows_{};
};

const TailTable kTails;

}  // namespace

double mass_inside(double at, double width) {
  return 1 - kTails(at / width) - kTails((1 - at) / width);
}

void multiply_by_masses_inside(std::span<const double> at, double width,
                               std::span<double> products) {
  for (std::size_t i = 0; i < at.size(); ++i) products[i] *= mass_inside(at[i], width);
}

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
