#include "algorithms/model/parzen/normal_mass.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "algorithms/model/gp/log_improvement.hpp"
#include "algorithms/space/distributions/normal.hpp"

namespace sweep {
namespace {

// The z beyond which a tail is below 1e-17, and nothing beside 1.
constexpr double kNoTail = 8.5;

double tail_above(double z) {
  return z > kNoTail ? 0 : std::erfc(z * (1 / std::numbers::sqrt2)) / 2;
}

// ln P(Z > z), for z >= 0.
double log_tail_above(double z) {
  return std::log(scaled_erfc(z / std::numbers::sqrt2) / 2) - z * z / 2;
}

// The Taylor series of P(Z > z + t) in t, of which the first term is given:
// -phi(z) sum_k (-1)^(k-1) He_(k-1)(z) t^k/k!.
template <std::size_t kTerms>
std::array<double, kTerms> tail_series(double z, double tail) {
  std::array<double, kTerms> row{tail};
  double term = -std::exp(-z * z / 2) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
  double before = 0;
  for (std::size_t k = 1; k < kTerms; ++k) {
    const auto order = static_cast<double>(k);
    row[k] = term;
    const double next = -(z * term + before) / (order + 1);
    before = term * (order / (order + 1));
    term = next;
  }
  return row;
}

// P(Z > z) for z >= 0 by its Taylor series about the next of many nodes. With |t| <= 1/64 the first
// term left out is t^7/7! He6 phi < 3e-16.
class TailTable {
 public:
  TailTable() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const double z = static_cast<double>(i) / kNodes;
      rows_[i] = tail_series<kTerms>(z, tail_above(z));
    }
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
  static constexpr std::size_t kTerms = 8;  // a cache line
  static constexpr double kNodes = 32;      // in each unit of z
  std::array<std::array<double, kTerms>, static_cast<std::size_t>(kNoTail* kNodes) + 1> rows_{};
};

const TailTable kTails;

}  // namespace

double mass_near_end(double at, double width) {
  return 1 - kTails(at / width) - kTails((1 - at) / width);
}

// Nodes are width/4 apart: with |t| <= 1/8 the first term left out is t^8/8! He7 phi < 5e-11.
MassInside::MassInside(double width) : nodes_per_unit_(4 / width) {
  const auto last = static_cast<std::size_t>(nodes_per_unit_ / 2);
  rows_.reserve(last + 1);
  for (std::size_t i = 0; i <= last; ++i) {
    const double below = (static_cast<double>(i) + 0.5) / 4;
    const double above = 1 / width - below;
    const auto lower = tail_series<kTerms>(below, kTails(below));
    const auto upper = tail_series<kTerms>(above, kTails(above));
    auto& row = rows_.emplace_back();
    double step = 1;  // t counts nodes
    double parity = 1;
    for (std::size_t k = 0; k < kTerms; ++k) {
      row[k] = (k == 0 ? 1 : 0) - step * (lower[k] + parity * upper[k]);
      step /= 4;
      parity = -parity;
    }
  }
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
