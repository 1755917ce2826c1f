#include "algorithms/space/distribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "algorithms/space/error.hpp"

namespace sweep {
namespace {

template <class D>
concept Countable = requires(const D& d) {
  d.count();
};

// Quantised values of unbounded kinds can exceed 64 bits; the reference then gives -2^63.
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

// True if x has a probability of its own rather than a density.
template <class D>
bool has_mass_at(const D& d, double) {
  return Countable<decltype(d)>;
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
  if (!has_mass(distribution, x)) return up_to;
  return std::clamp(up_to - std::exp(log_probability(distribution, x)) / 2, 0.0, 1.0);
}

bool has_mass(const Distribution& distribution, double x) {
  return std::visit([x](const auto& d) { return has_mass_at(d, x); }, distribution);
}

Cardinality count(const Distribution& distribution) {
  return std::visit(
      [](const auto& d) -> Cardinality {
        if constexpr (Countable<decltype(d)>) return d.count();
        return std::nullopt;
      },
      distribution);
}

double value_at(const Distribution& distribution, Count i) {
  assert(count(distribution) && i < *count(distribution));
  return std::visit(
      [i](const auto& d) -> double {
        if constexpr (Countable<decltype(d)>) return d.at(i);
        return std::numeric_limits<double>::quiet_NaN();
      },
      distribution);
}

std::optional<Count> position(const Distribution& distribution, double x) {
  return std::visit(
      [x](const auto& d) -> std::optional<Count> {
        if constexpr (Countable<decltype(d)>) return d.position(x);
        return std::nullopt;
      },
      distribution);
}

bool contains(const Distribution& distribution, double x) {
  if (count(distribution)) return position(distribution, x).has_value();
  return std::isfinite(x) && support(distribution).contains(x) &&
         log_probability(distribution, x) > -INFINITY;
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
