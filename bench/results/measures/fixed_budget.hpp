#pragma once

#include <array>
#include <span>
#include <vector>

#include "bench/results/measures/descent.hpp"

namespace sweep {

/// The quantiles of IOHanalyzer's tables.
inline constexpr std::array<double, 9> kFixedBudgetQuantiles = {0.02, 0.05, 0.1,  0.25, 0.5,
                                                                0.75, 0.9,  0.95, 0.98};

/// What cells had reached at a budget: statistics of their precisions.
struct FixedBudget {
  double mean = 0;
  double deviation = 0;  // by n - 1; NaN for a single cell
  /// exp(mean of log v). A precision of 0 or less, at the optimum but for rounding, counts as the
  /// smallest normal number: one exact hit shall not make the mean of all of them 0.
  double geometric_mean = 0;
  std::array<double, kFixedBudgetQuantiles.size()> quantiles{};
};

/// The best precision of each cell within `evaluations`; infinite if there is none.
std::vector<double> precisions_after(std::span<const Descent> descents, double evaluations);

/// The measures of at least one precision. Where one is infinite, so are the means, and the
/// deviation is NaN.
FixedBudget fixed_budget(std::span<const double> precisions);

}  // namespace sweep
