#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "algorithms/space/distributions/integer.hpp"
#include "algorithms/space/distributions/quantised.hpp"

namespace sweep {

using Numeric = std::variant<Uniform, LogUniform, InvLogUniform, Normal, LogNormal, Beta, Quantised,
                             IntUniform, IntLogUniform>;

/// 0 with probability p, else a draw from `inner`, whose support starts at 0 or above: what users
/// want of "no weight decay, or log-uniform". quantile(u) = 0 for u < p, else
/// inner.quantile((u - p)/(1 - p)). 0 < p < 1.
struct ZeroOr {
  static constexpr std::string_view kName = "zero_or";
  double p;
  Numeric inner;

  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double cdf(double x) const;
  /// The logarithm of the mass at 0; elsewhere of the density, or mass, of the inner distribution.
  [[nodiscard]] double log_probability(double x) const;
  [[nodiscard]] Interval support() const;
  [[nodiscard]] std::string problem() const;

  [[nodiscard]] Cardinality count() const;
  [[nodiscard]] double at(Count i) const;
  [[nodiscard]] std::optional<Count> position(double x) const;

 private:
  [[nodiscard]] bool inner_has_zero() const;
};

}  // namespace sweep
