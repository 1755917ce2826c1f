#include "algorithms/space/distributions/quantised.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sweep {
namespace {

// A ratio that misses a whole number by a few roundings is on it: 0.3 / 0.1 = 2.9999999999999996.
constexpr double kRoundings = 4 * std::numeric_limits<double>::epsilon();
// The multiple beyond which neighbours share a double.
constexpr double kLargestMultiple = 0x1p53;
// The largest double that fits a 64-bit integer.
constexpr double kLargestInteger = 0x1.fffffffffffffp62;

double base_quantile(const Continuous& base, double u) {
  return std::visit([u](const auto& d) { return d.quantile(u); }, base);
}
double base_cdf(const Continuous& base, double x) {
  return std::visit([x](const auto& d) { return d.cdf(x); }, base);
}
double base_survival(const Continuous& base, double x) {
  return std::visit([x](const auto& d) { return d.survival(x); }, base);
}
Interval base_support(const Continuous& base) {
  return std::visit([](const auto& d) { return d.support(); }, base);
}

// P(a < X <= b), from the side where nothing cancels.
double probability_between(const Continuous& base, double a, double b) {
  if (base_cdf(base, a) < 0.5) return base_cdf(base, b) - base_cdf(base, a);
  return base_survival(base, a) - base_survival(base, b);
}

bool is_on(double ratio, double k) {
  return std::abs(ratio - k) <= kRoundings * std::max(1.0, std::abs(k));
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

const Uniform* Quantised::reference_sequence() const {
  return behaviour == Behaviour::as_wandb ? std::get_if<Uniform>(&base) : nullptr;
}

Interval Quantised::lattice() const {
  const Interval bounds = base_support(base);
  if (behaviour == Behaviour::as_wandb) {
    return {std::nearbyint(bounds.lo / q), std::nearbyint(bounds.hi / q)};
  }
  return {-floor_to_lattice(-bounds.lo / q), floor_to_lattice(bounds.hi / q)};
}

double Quantised::multiple(double k) const {
  if (behaviour == Behaviour::as_wandb) return k * q;
  const Interval bounds = base_support(base);
  return std::clamp(k * q, bounds.lo, bounds.hi) + 0.0;  // no negative zero
}

double Quantised::quantile(double u) const {
  const double k = std::nearbyint(base_quantile(base, u) / q);
  if (behaviour == Behaviour::as_wandb) return k * q;
  const Interval range = lattice();
  return multiple(std::clamp(k, range.lo, range.hi));
}

double Quantised::cdf(double x) const {
  if (behaviour == Behaviour::as_wandb || std::isnan(x)) return base_cdf(base, x);
  const double k = floor_to_lattice(x / q);
  const Interval range = lattice();
  if (k < range.lo) return 0;
  return k >= range.hi ? 1 : base_cdf(base, (k + 0.5) * q);
}

double Quantised::log_probability(double x) const {
  if (!contains(x)) return -INFINITY;
  const double k = std::nearbyint(x / q);
  const Interval range = lattice();
  const double from = k <= range.lo ? -INFINITY : (k - 0.5) * q;
  const double to = k >= range.hi ? INFINITY : (k + 0.5) * q;
  return std::log(probability_between(base, from, to));
}

Interval Quantised::support() const {
  const Interval range = lattice();
  return {multiple(range.lo), multiple(range.hi)};
}

bool Quantised::contains(double x) const {
  if (!std::isfinite(x)) return false;
  const double k = std::nearbyint(x / q);
  const Interval range = lattice();
  return k >= range.lo && k <= range.hi && (is_on(x / q, k) || x == multiple(k));
}

std::string Quantised::problem() const {
  std::string base_problem = std::visit([](const auto& d) { return d.problem(); }, base);
  if (!base_problem.empty()) return base_problem;
  std::string q_problem = above_problem("q", q, 0);
  return q_problem.empty() ? lattice_problem() : q_problem;
}

std::string Quantised::lattice_problem() const {
  const Interval range = lattice();
  const Interval bounds = base_support(base);
  if (range.lo > range.hi) {
    return fmt::format("no multiple of q {} lies between min {} and max {}", q, bounds.lo,
                       bounds.hi);
  }
  for (const double k : {range.lo, range.hi}) {
    if (!std::isfinite(bounds.lo) || !std::isfinite(bounds.hi)) break;
    if (std::abs(k) > kLargestMultiple) {
      return fmt::format("q {} is too fine: {} is more than 2^53 times as large", q, k * q);
    }
  }
  for (const double u : {0x1p-53, 1 - 0x1p-53}) {  // as far out as draws reach
    const double x = base_quantile(base, u);
    if (integer && std::abs(x) > kLargestInteger) {
      return fmt::format("values like {:.3g} do not fit 64-bit integers", x);
    }
  }
  return "";
}

Cardinality Quantised::count() const {
  if (const Uniform* range = reference_sequence()) {
    return count_from(std::ceil((range->hi - range->lo) / q));
  }
  const Interval range = lattice();
  return count_from(range.hi - range.lo + 1);
}

double Quantised::at(Count i) const {
  if (const Uniform* range = reference_sequence()) {
    return arithmetic_sequence(*range, q, static_cast<double>(i));
  }
  return multiple(lattice().lo + static_cast<double>(i));
}

std::optional<Count> Quantised::position(double x) const {
  const Cardinality n = count();
  if (!n || *n == 0 || !std::isfinite(x)) return std::nullopt;
  const double i = std::nearbyint((x - at(0)) / q);
  if (i < 0 || i >= static_cast<double>(*n)) return std::nullopt;
  const auto place = static_cast<Count>(i);
  const bool is_there = reference_sequence() ? at(place) == x : contains(x);
  return is_there ? std::optional<Count>(place) : std::nullopt;
}

}  // namespace sweep
