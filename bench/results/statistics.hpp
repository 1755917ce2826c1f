#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace sweep {

/// A number that stands for n others. `lo` and `hi` bound what it estimates with the confidence
/// that was asked for; both are missing where n is too small to say.
struct Estimate {
  std::size_t n = 0;
  double value = 0;
  std::optional<double> lo;
  std::optional<double> hi;
};

/// The p-quantile, p in [0, 1], of at least one number: linear between the order statistics at
/// 1 + (n-1) p, which is type 7 of Hyndman and Fan (1996, doi:10.1080/00031305.1996.10473566).
/// A NaN counts as +infinity: a loss that is missing is worse than any other.
double quantile(std::span<const double> values, double p);

/// The middle value, or the mean of the middle two; as quantile(values, 1/2).
double median(std::span<const double> values);

/// The median of at least one number with an interval for the median of the distribution they come
/// from, whatever it is: from the k-th smallest to the k-th largest, with the largest k for which
/// P(Binomial(n, 1/2) < k) <= (1 - confidence)/2. Its coverage is at least `confidence`, which
/// lies in (0, 1); exact, no resampling. At 95 % there is none for n < 6. A NaN counts as
/// +infinity.
///
/// Source: David and Nagaraja, Order Statistics, 3rd ed. 2003, section 7.1,
/// doi:10.1002/0471722162.
Estimate median_with_interval(std::span<const double> values, double confidence = 0.95);

}  // namespace sweep
