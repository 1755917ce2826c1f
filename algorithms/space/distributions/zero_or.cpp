#include "algorithms/space/distributions/zero_or.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "algorithms/space/distributions/countable.hpp"

namespace sweep {
namespace {

Interval inner_support(const Numeric& inner) {
  return std::visit([](const auto& d) { return d.support(); }, inner);
}

double inner_log_probability(const Numeric& inner, double x) {
  return std::visit([x](const auto& d) { return d.log_probability(x); }, inner);
}

bool is_discrete(const Numeric& inner) {
  return std::visit([]<class D>(const D&) { return detail::Countable<D>; }, inner);
}

}  // namespace

double ZeroOr::quantile(double u) const {
  if (u < p) return 0;
  const double inner_u = std::min((u - p) / (1 - p), 1.0);
  return std::visit([inner_u](const auto& d) { return d.quantile(inner_u); }, inner);
}

double ZeroOr::cdf(double x) const {
  if (std::isnan(x)) return x;
  if (x < 0) return 0;
  return p + (1 - p) * std::visit([x](const auto& d) { return d.cdf(x); }, inner);
}

double ZeroOr::log_probability(double x) const {
  const double other = std::log1p(-p) + inner_log_probability(inner, x);
  if (x != 0) return other;
  return inner_has_zero() ? std::log(p + std::exp(other)) : std::log(p);
}

Interval ZeroOr::support() const { return {0, inner_support(inner).hi}; }

std::string ZeroOr::problem() const {
  if (!(p > 0 && p < 1)) return fmt::format("p {} is not between 0 and 1", p);
  std::string inner_problem = std::visit([](const auto& d) { return d.problem(); }, inner);
  if (!inner_problem.empty()) return "inner: " + inner_problem;
  const double lo = inner_support(inner).lo;
  return lo >= 0 ? "" : fmt::format("inner: its lowest value {} is below 0", lo);
}

bool ZeroOr::inner_has_zero() const {
  return is_discrete(inner) && inner_log_probability(inner, 0) > -INFINITY;
}

Cardinality ZeroOr::count() const {
  const Cardinality inner_count =
      std::visit([](const auto& d) { return detail::count_of(d); }, inner);
  if (!inner_count) return std::nullopt;
  return *inner_count + (inner_has_zero() ? 0 : 1);
}

double ZeroOr::at(Count i) const {
  if (i == 0) return 0;
  // Zero is the lowest value, so an inner zero stands first and shifts nothing.
  const Count inner_i = inner_has_zero() ? i : i - 1;
  return std::visit([inner_i](const auto& d) { return detail::value_of(d, inner_i); }, inner);
}

std::optional<Count> ZeroOr::position(double x) const {
  if (x == 0) return 0;
  const std::optional<Count> found =
      std::visit([x](const auto& d) { return detail::position_of(d, x); }, inner);
  if (!found) return std::nullopt;
  return *found + (inner_has_zero() ? 0 : 1);
}

}  // namespace sweep
