#include "algorithms/space/distribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "algorithms/space/distributions/countable.hpp"
#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

template <class D>
concept Countable = requires(const D& d) {
  d.count();
};

// Unit coordinates stay inside the open interval, so that no quantile of them is infinite.
constexpr double kLowestUnit = 0x1p-54;
constexpr double kHighestUnit = 1 - 0x1p-53;

// A value as a 64-bit integer. As W&B, quantised values can exceed that, or be NaN; the reference
// then gives -2^63.
std::int64_t to_integer(double x) {
  constexpr auto kLowest = std::numeric_limits<std::int64_t>::min();
  return x >= -0x1p63 && x < 0x1p63 ? static_cast<std::int64_t>(x) : kLowest;
}

template <class D>
Kind kind_of(const D&) {
  return Kind::real;
}
Kind kind_of(const Constant&) { return Kind::constant; }
Kind kind_of(const Categorical&) { return Kind::category; }
Kind kind_of(const Quantised& d) { return d.integer ? Kind::integer : Kind::real; }
Kind kind_of(const IntUniform&) { return Kind::integer; }
Kind kind_of(const IntLogUniform&) { return Kind::integer; }
Kind kind_of(const ZeroOr& d) {
  return std::visit([](const auto& inner) { return kind_of(inner); }, d.inner);
}

template <class D>
std::string name_of(const D& d) {
  return std::string(d.kName);
}
std::string name_of(const Categorical& d) {
  return d.probabilities().empty() ? "categorical" : "categorical_w_probabilities";
}
std::string name_of(const Quantised& d) {
  return "q_" + std::visit([](const auto& base) { return name_of(base); }, d.base);
}

template <class D>
bool is_value_of(const D& d, double x) {
  if constexpr (detail::Countable<D>) return d.position(x).has_value();
  return std::isfinite(x) && d.support().contains(x) && d.log_probability(x) > -INFINITY;
}
bool is_value_of(const Quantised& d, double x) {
  return d.count() ? d.position(x).has_value() : d.contains(x);
}
bool is_value_of(const ZeroOr& d, double x) {
  return x == 0 || std::visit([x](const auto& inner) { return is_value_of(inner, x); }, d.inner);
}

// True if x has a probability of its own rather than a density.
template <class D>
bool has_mass_at(const D&, double) {
  return detail::Countable<D>;
}
bool has_mass_at(const ZeroOr& d, double x) {
  return x == 0 || std::visit([x](const auto& inner) { return has_mass_at(inner, x); }, d.inner);
}

}  // namespace

std::string name(const Distribution& distribution) {
  return std::visit([](const auto& d) { return name_of(d); }, distribution);
}

Kind kind(const Distribution& distribution) {
  return std::visit([](const auto& d) { return kind_of(d); }, distribution);
}

std::string_view to_text(Kind kind) {
  constexpr std::string_view kNames[] = {"constant", "category", "integer", "real"};
  return kNames[static_cast<std::size_t>(kind)];
}

double quantile(const Distribution& distribution, double u) {
  if (!(u >= 0 && u <= 1)) throw SpecError(fmt::format("quantile at {}: not in [0, 1]", u));
  return std::visit([u](const auto& d) { return d.quantile(u); }, distribution);
}

void quantiles(const Distribution& distribution, std::span<const double> u, std::span<double> out) {
  assert(u.size() == out.size());
  std::visit(
      [&](const auto& d) {
        for (std::size_t i = 0; i < u.size(); ++i) out[i] = d.quantile(u[i]);
      },
      distribution);
}

double cdf(const Distribution& distribution, double x) {
  return std::visit([x](const auto& d) { return d.cdf(x); }, distribution);
}

double log_probability(const Distribution& distribution, double x) {
  return std::visit([x](const auto& d) { return d.log_probability(x); }, distribution);
}

Interval support(const Distribution& distribution) {
  return std::visit([](const auto& d) { return d.support(); }, distribution);
}

std::string problem(const Distribution& distribution) {
  return std::visit([](const auto& d) { return d.problem(); }, distribution);
}

double to_unit(const Distribution& distribution, double x) {
  if (std::holds_alternative<Constant>(distribution)) return 0.5;
  const double up_to = cdf(distribution, x);
  const double half =
      has_mass(distribution, x) ? std::exp(log_probability(distribution, x)) / 2 : 0;
  return std::clamp(up_to - half, kLowestUnit, kHighestUnit);
}

bool has_mass(const Distribution& distribution, double x) {
  return std::visit([x](const auto& d) { return has_mass_at(d, x); }, distribution);
}

Cardinality count(const Distribution& distribution) {
  return std::visit([](const auto& d) { return detail::count_of(d); }, distribution);
}

double value_at(const Distribution& distribution, Count i) {
  assert(count(distribution) && i < *count(distribution));
  return std::visit([i](const auto& d) { return detail::value_of(d, i); }, distribution);
}

std::optional<Count> position(const Distribution& distribution, double x) {
  return std::visit([x](const auto& d) { return detail::position_of(d, x); }, distribution);
}

bool contains(const Distribution& distribution, double x) {
  return std::visit([x](const auto& d) { return is_value_of(d, x); }, distribution);
}

Value to_value(const Distribution& distribution, double x) {
  if (const auto* constant = std::get_if<Constant>(&distribution)) return constant->value;
  if (const auto* categorical = std::get_if<Categorical>(&distribution)) {
    return categorical->values()[static_cast<std::size_t>(x)];
  }
  return kind(distribution) == Kind::integer ? Value(to_integer(x)) : Value(x);
}

std::optional<double> from_value(const Distribution& distribution, const Value& value) {
  if (const auto* constant = std::get_if<Constant>(&distribution)) {
    return canonical(constant->value) == canonical(value) ? std::optional(0.0) : std::nullopt;
  }
  if (const auto* categorical = std::get_if<Categorical>(&distribution)) {
    return categorical->index_of(value);
  }
  const double x = number(value);
  return contains(distribution, x) ? std::optional(x) : std::nullopt;
}

}  // namespace sweep
