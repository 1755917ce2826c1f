#include "algorithms/space/distributions/quantised.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

// A bound that misses a multiple of q by rounding alone (0.3 / 0.1 = 2.9999999999999996) is on it.
constexpr double kLatticeTolerance = 1e-9;

double quantile(const Continuous& base, double u) {
  return std::visit([u](const auto& d) { return d.quantile(u); }, base);
}
double cdf(const Continuous& base, double x) {
  return std::visit([x](const auto& d) { return d.cdf(x); }, base);
}
Interval support(const Continuous& base) {
  return std::visit([](const auto& d) { return d.support(); }, base);
}

bool is_on(double ratio, double k) {
  return std::abs(ratio - k) <= kLatticeTolerance * std::max(1.0, std::abs(k));
}

double floor_to_lattice(double ratio) {
  return is_on(ratio, std::nearbyint(ratio)) ? std::nearbyint(ratio) : std::floor(ratio);
}

// The reference's grid over min .. max: min, min + q, then min + i ((min + q) - min).
double arithmetic_sequence(const Uniform& range, double q, double i) {
  const double second = range.lo + q;
  return i == 0 ? range.lo : i == 1 ? second : range.lo + i * (second - range.lo);
}

}  // namespace

Interval Quantised::multiples() const {
  const Interval bounds = support_of_base();
  if (behaviour == Behaviour::as_wandb) {
    return {std::nearbyint(bounds.lo / q), std::nearbyint(bounds.hi / q)};
  }
  return {-floor_to_lattice(-bounds.lo / q), floor_to_lattice(bounds.hi / q)};
}

Interval Quantised::support_of_base() const { return sweep::support(base); }

double Quantised::multiple(double k) const {
  if (behaviour == Behaviour::as_wandb) return k * q;
  const Interval bounds = support_of_base();
  return std::clamp(k * q, bounds.lo, bounds.hi);
}

double Quantised::quantile(double u) const {
  const double k = std::nearbyint(sweep::quantile(base, u) / q);
  if (behaviour == Behaviour::as_wandb) return k * q;
  const Interval range = multiples();
  return multiple(std::clamp(k, range.lo, range.hi));
}

double Quantised::cdf(double x) const {
  if (behaviour == Behaviour::as_wandb || std::isnan(x)) return sweep::cdf(base, x);
  const double k = floor_to_lattice(x / q);
  const Interval range = multiples();
  if (k < range.lo) return 0;
  return k >= range.hi ? 1 : sweep::cdf(base, (k + 0.5) * q);
}

double Quantised::log_probability(double x) const {
  const double k = std::nearbyint(x / q);
  if (!is_on(x / q, k)) return -INFINITY;
  const Interval range = multiples();
  if (k < range.lo || k > range.hi) return -INFINITY;
  const double below = k <= range.lo ? 0 : sweep::cdf(base, (k - 0.5) * q);
  const double up_to = k >= range.hi ? 1 : sweep::cdf(base, (k + 0.5) * q);
  return std::log(up_to - below);
}

Interval Quantised::support() const {
  const Interval range = multiples();
  return {multiple(range.lo), multiple(range.hi)};
}

std::string Quantised::problem() const {
  std::string base_problem = std::visit([](const auto& d) { return d.problem(); }, base);
  if (!base_problem.empty()) return base_problem;
  std::string q_problem = above_problem("q", q, 0);
  if (!q_problem.empty()) return q_problem;
  const Interval range = multiples();
  if (range.lo <= range.hi) return "";
  const Interval bounds = support_of_base();
  return fmt::format("no multiple of q {} lies between min {} and max {}", q, bounds.lo, bounds.hi);
}

Cardinality Quantised::count() const {
  const auto* uniform = std::get_if<Uniform>(&base);
  if (uniform && behaviour == Behaviour::as_wandb) {
    return static_cast<Count>(std::ceil((uniform->hi - uniform->lo) / q));
  }
  const Interval range = multiples();
  const double n = range.hi - range.lo + 1;
  if (!std::isfinite(n)) return std::nullopt;
  return n >= 0x1p127 ? kLargestCount : static_cast<Count>(n);
}

double Quantised::at(Count i) const {
  const auto* uniform = std::get_if<Uniform>(&base);
  if (uniform && behaviour == Behaviour::as_wandb) {
    return arithmetic_sequence(*uniform, q, static_cast<double>(i));
  }
  return multiple(multiples().lo + static_cast<double>(i));
}

std::optional<Count> Quantised::position(double x) const {
  const Cardinality n = count();
  if (!n || !std::isfinite(x)) return std::nullopt;
  const double i = std::nearbyint((x - at(0)) / q);
  if (i < 0 || i >= static_cast<double>(*n)) return std::nullopt;
  const auto place = static_cast<Count>(i);
  const bool same = behaviour == Behaviour::as_wandb
                        ? at(place) == x
                        : is_on(x / q, std::nearbyint(x / q)) || at(place) == x;
  return same ? std::optional<Count>(place) : std::nullopt;
}

}  // namespace sweep
