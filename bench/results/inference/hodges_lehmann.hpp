#pragma once

#include <optional>
#include <span>
#include <utility>

namespace sweep {

/// The amount by which something lies higher, with an interval that is missing where there are too
/// few numbers for any.
struct Shift {
  double estimate = 0;
  std::optional<std::pair<double, double>> interval;
  double confidence = 0;  // that the interval has; 0 without one
};

/// The Hodges-Lehmann estimate of paired differences, at least one and no NaN: the median of the
/// M = n (n + 1)/2 averages (d_i + d_j)/2, i <= j. With A the sorted averages the interval is
/// [A(c + 1), A(M - c)], counted from 1, for the largest c with P(W+ <= c) <= (1 - confidence)/2,
/// and its confidence is 1 - 2 P(W+ <= c); beyond 200 differences P is normal. The averages are
/// counted, never listed: the time is n log n.
///
/// Source: Hodges, Lehmann 1963, doi:10.1214/aoms/1177704172.
Shift paired_shift(std::span<const double> differences, double confidence = 0.95);

/// The estimate for two samples: the median of all x_i - y_j, and order statistics of them by the
/// distribution of U. For the golden vectors, which hold both forms of the estimate.
Shift sample_shift(std::span<const double> x, std::span<const double> y, double confidence = 0.95);

}  // namespace sweep
