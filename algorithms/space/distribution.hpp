#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "algorithms/space/count.hpp"
#include "algorithms/space/distributions/categorical.hpp"
#include "algorithms/space/distributions/integer.hpp"
#include "algorithms/space/distributions/quantised.hpp"
#include "algorithms/space/distributions/zero_or.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {

/// How one parameter's values are spread. Every alternative has
///   quantile(u)         native value at probability u in [0, 1]; a category is its index
///   cdf(x)              probability of a value up to x; NaN for NaN
///   log_probability(x)  of the density, or of the mass where values are discrete; -inf outside
///   support()           the closed interval that holds the values
///   problem()           "" if usable, else what is wrong with its numbers
/// and the discrete ones count(), at(i), position(x): their different values in order.
using Distribution = std::variant<Constant, Categorical, Uniform, LogUniform, InvLogUniform, Normal,
                                  LogNormal, Beta, Quantised, IntUniform, IntLogUniform, ZeroOr>;

/// What type a parameter's values have when they are written.
enum class Kind { constant, category, integer, real };

/// The name that sweep files have for it: "uniform", "q_log_uniform_values",
/// "categorical_w_probabilities" ...
std::string name(const Distribution& distribution);

Kind kind(const Distribution& distribution);
std::string_view to_text(Kind kind);

/// Throws SpecError for u outside [0, 1] (or NaN).
double quantile(const Distribution& distribution, double u);
/// out[i] = quantile(u[i]), all u in [0, 1]; the hot path of drawing. `out` may be `u`.
void quantiles(const Distribution& distribution, std::span<const double> u, std::span<double> out);
double cdf(const Distribution& distribution, double x);
double log_probability(const Distribution& distribution, double x);
Interval support(const Distribution& distribution);
std::string problem(const Distribution& distribution);

/// The probability that `x` stands for: cdf(x) where values are continuous, the middle of the
/// value's cell where they are discrete; at least 2^-54 and at most 1 - 2^-53. quantile(to_unit(x))
/// gives x back, as far as doubles tell probabilities apart: up to 8 deviations of a normal, say.
double to_unit(const Distribution& distribution, double x);

/// True if x has a probability of its own; false where values are continuous.
bool has_mass(const Distribution& distribution, double x);

/// How many different values there are, the i-th of them in order, and which one x is.
/// `value_at` needs a finite count; `position` is nothing for a value that is not among them.
Cardinality count(const Distribution& distribution);
double value_at(const Distribution& distribution, Count i);
std::optional<Count> position(const Distribution& distribution, double x);

/// True if x is a value that the distribution can take.
bool contains(const Distribution& distribution, double x);

/// The native value as text files hold it: a category's value, an integer, a real.
Value to_value(const Distribution& distribution, double x);
/// The way back; nothing if the value is not one of the distribution's.
std::optional<double> from_value(const Distribution& distribution, const Value& value);

}  // namespace sweep
