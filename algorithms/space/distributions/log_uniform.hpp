#pragma once

#include <string>
#include <string_view>

#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/distributions/interval.hpp"

namespace sweep {

/// The logarithm is uniform: quantile(u) = exp(u (b - a) + a) on [exp a, exp b], natural logs.
///
/// Rounding can carry exp(b) past the bound that a user wrote: corrected results are clamped, and
/// the cdf is 0 below 0. As W&B it is NaN there, and the bounds may be NaN or infinite.
struct LogUniform {
  static constexpr std::string_view kName = "log_uniform_values";
  double log_lo;
  double log_hi;
  double lo;
  double hi;
  Behaviour behaviour = Behaviour::corrected;

  /// Takes the bounds themselves (W&B's `log_uniform_values`); lo > 0.
  static LogUniform between(double lo, double hi, Behaviour = Behaviour::corrected);
  /// Takes the natural logarithms of the bounds (W&B's retired `log_uniform`); corrected, those of
  /// no finite number, or of none above 0, are moved to the nearest that is.
  static LogUniform between_logs(double log_lo, double log_hi, Behaviour = Behaviour::corrected);

  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const { return 1 - cdf(x); }
  [[nodiscard]] double log_probability(double x) const;
  [[nodiscard]] Interval support() const { return {lo, hi}; }
  [[nodiscard]] std::string problem() const;
};

/// W&B's `inv_log_uniform` kinds: 1/x is log-uniform, which makes x log-uniform again. Equal to
/// LogUniform up to the last bits: quantile(u) = exp(-((1 - u) (b' - a') + a')), a' = -ln hi.
struct InvLogUniform {
  static constexpr std::string_view kName = "inv_log_uniform_values";
  LogUniform inverse;  // the distribution of 1/x
  double lo;
  double hi;

  static InvLogUniform between(double lo, double hi, Behaviour = Behaviour::corrected);
  /// Takes the natural logarithms of the bounds of 1/x (W&B's retired `inv_log_uniform`).
  static InvLogUniform between_logs(double log_lo, double log_hi, Behaviour = Behaviour::corrected);

  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const { return 1 - cdf(x); }
  [[nodiscard]] double log_probability(double x) const;
  [[nodiscard]] Interval support() const { return {lo, hi}; }
  [[nodiscard]] std::string problem() const;
};

}  // namespace sweep
