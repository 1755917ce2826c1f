#include "algorithms/space/distributions/integer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

// Uniforms have 52 bits, so that more values could not all be drawn; and half steps must be exact.
constexpr double kLargest = 0x1p51;

std::string integer_range_problem(double lo, double hi) {
  const std::string range = range_problem(lo, hi);
  if (!range.empty()) return range;
  if (lo != std::floor(lo)) return fmt::format("min {} is not a whole number", lo);
  if (hi != std::floor(hi)) return fmt::format("max {} is not a whole number", hi);
  if (lo < -kLargest) return fmt::format("min {} is below -2^51", lo);
  if (hi > kLargest) return fmt::format("max {} is above 2^51", hi);
  return "";
}

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
  if (behaviour == Behaviour::as_wandb) return discrete_quantile(u, lo, hi + 1);
  return std::clamp(lo + discrete_quantile(u, 0, hi - lo + 1), lo, hi);
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
Cardinality IntUniform::count() const { return count_from(hi - lo + 1); }
std::optional<Count> IntUniform::position(double x) const { return integer_position(x, lo, hi); }

double IntLogUniform::quantile(double u) const {
  return std::clamp(std::nearbyint(edge() + edge() * std::expm1(u * log_width())), lo, hi);
}

double IntLogUniform::cdf(double x) const {
  if (std::isnan(x)) return x;
  if (x < lo) return 0;
  if (x >= hi) return 1;
  return std::log1p((std::floor(x) - lo + 1) / edge()) / log_width();
}

double IntLogUniform::log_probability(double x) const {
  if (!position(x)) return -INFINITY;
  return std::log(std::log1p(1 / (x - 0.5)) / log_width());
}

std::string IntLogUniform::problem() const {
  const std::string range = integer_range_problem(lo, hi);
  if (!range.empty()) return range;
  return lo < 1 ? fmt::format("min {} is below 1", lo) : "";
}

double IntLogUniform::log_width() const { return std::log1p((hi - lo + 1) / edge()); }

Cardinality IntLogUniform::count() const { return count_from(hi - lo + 1); }
std::optional<Count> IntLogUniform::position(double x) const { return integer_position(x, lo, hi); }

}  // namespace sweep
