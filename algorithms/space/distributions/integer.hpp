#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/count.hpp"
#include "algorithms/space/distributions/interval.hpp"

namespace sweep {

/// The quantile of the uniform distribution on the integers a .. b-1, as the reference engine
/// computes it in doubles: c = clamp(ceil(u (b - a) + a) - 2, a, b) if (c - a + 1)/(b - a) >= u,
/// else ceil(u (b - a) + a) - 1. At u = 0 this is a - 1.
double discrete_quantile(double u, double a, double b);

/// The integers lo .. hi, equally likely: value k belongs to u in ((k - lo)/n, (k - lo + 1)/n].
/// Bounds from -2^51 to 2^51.
///
/// As W&B, u = 0 gives lo - 1; corrected, it gives lo.
struct IntUniform {
  static constexpr std::string_view kName = "int_uniform";
  double lo;
  double hi;
  Behaviour behaviour = Behaviour::corrected;

  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double log_probability(double x) const;
  [[nodiscard]] Interval support() const { return {lo, hi}; }
  [[nodiscard]] std::string problem() const;

  [[nodiscard]] Cardinality count() const;
  [[nodiscard]] double at(Count i) const { return lo + static_cast<double>(i); }
  [[nodiscard]] std::optional<Count> position(double x) const;
};

/// The integers lo .. hi >= 1, log-spaced: k has probability ln((k + 1/2)/(k - 1/2)) over the same
/// for the whole range; quantile(u) = round(e exp(u w)) with the edge e = lo - 1/2 and the width
/// w = ln((hi + 1/2)/e), in a form that does not cancel where lo is large. W&B has no such kind.
struct IntLogUniform {
  static constexpr std::string_view kName = "int_log_uniform_values";
  double lo;
  double hi;

  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double log_probability(double x) const;
  [[nodiscard]] Interval support() const { return {lo, hi}; }
  [[nodiscard]] std::string problem() const;

  [[nodiscard]] Cardinality count() const;
  [[nodiscard]] double at(Count i) const { return lo + static_cast<double>(i); }
  [[nodiscard]] std::optional<Count> position(double x) const;

 private:
  [[nodiscard]] double edge() const { return lo - 0.5; }
  [[nodiscard]] double log_width() const;
};

}  // namespace sweep
