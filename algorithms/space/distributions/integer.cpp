#include "algorithms/space/distributions/integer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

// Beyond this, neighbouring integers share a double.
constexpr double kLargestExact = 0x1p53;

std::string integer_range_problem(double lo, double hi) {
  const std::string range = range_problem(lo, hi);
  if (!range.empty()) return range;
  if (lo != std::floor(lo)) return fmt::format("min {} is not a whole number", lo);
  if (hi != std::floor(hi)) return fmt::format("max {} is not a whole number", hi);
  if (lo < -kLargestExact) return fmt::format("min {} is below -2^53", lo);
  if (hi > kLargestExact) return fmt::format("max {} is above 2^53", hi);
  return "";
}

Count integers_between(double lo, double hi) { return static_cast<Count>(hi - lo) + 1; }

std::optional<Count> integer_position(double x, double lo, double hi) {
  if (!(lo <= x && x <= hi) || x != std::floor(x)) return std::nullopt;
  return static_cast<Count>(x - lo);
}

}  // namespace

double discrete_quantile(double u, double a, double b) {
  if (u == 0) return a - 1;
  if (u == 1) return b - 1;
  const double v = std::ceil(u * (b - a) + a) - 1;
  const double c = std::min(std::max(v - 1, a), b);
  return (c - a + 1) / (b - a) >= u ? c : v;
}

double IntUniform::quantile(double u) const {
  const double k = discrete_quantile(u, lo, hi + 1);
  return behaviour == Behaviour::corrected ? std::clamp(k, lo, hi) : k;
}

double IntUniform::cdf(double x) const {
  if (std::isnan(x)) return x;
  if (x < lo) return 0;
  return x >= hi ? 1 : (std::floor(x) - lo + 1) / (hi - lo + 1);
}

double IntUniform::log_probability(double x) const {
  return position(x) ? -std::log(hi - lo + 1) : -INFINITY;
}

std::string IntUniform::problem() const { return integer_range_problem(lo, hi); }
Cardinality IntUniform::count() const { return integers_between(lo, hi); }
std::optional<Count> IntUniform::position(double x) const { return integer_position(x, lo, hi); }

double IntLogUniform::quantile(double u) const {
  const double log_lo = std::log(lo - 0.5);
  const double log_hi = std::log(hi + 0.5);
  return std::clamp(std::nearbyint(std::exp(u * (log_hi - log_lo) + log_lo)), lo, hi);
}

double IntLogUniform::cdf(double x) const {
  if (std::isnan(x)) return x;
  if (x < lo) return 0;
  if (x >= hi) return 1;
  return std::log((std::floor(x) + 0.5) / (lo - 0.5)) / std::log((hi + 0.5) / (lo - 0.5));
}

double IntLogUniform::log_probability(double x) const {
  if (!position(x)) return -INFINITY;
  return std::log(std::log1p(1 / (x - 0.5)) / std::log((hi + 0.5) / (lo - 0.5)));
}

std::string IntLogUniform::problem() const {
  const std::string range = integer_range_problem(lo, hi);
  if (!range.empty()) return range;
  return lo < 1 ? fmt::format("min {} is below 1", lo) : "";
}

Cardinality IntLogUniform::count() const { return integers_between(lo, hi); }
std::optional<Count> IntLogUniform::position(double x) const { return integer_position(x, lo, hi); }

}  // namespace sweep
