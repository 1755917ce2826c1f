#pragma once

#include <span>

#include "bench/results/statistics.hpp"

namespace sweep {

/// The p-quantile (0 < p < 1) of at least one number with an interval for that of the distribution
/// they come from, whatever it is: from x_(l) to x_(u), counted from 1, with the largest l for
/// which P(Binomial(n, p) < l) <= (1 - confidence)/2, and the smallest u for which P(Binomial(n, p)
/// >= u) <= (1 - confidence)/2. Each end is missing where no order statistic is that far out.
/// Coverage is at least `confidence`. A NaN counts as +infinity.
///
/// Source: David, Nagaraja, Order Statistics, 3rd ed. 2003, section 7.1, doi:10.1002/0471722162.
Estimate quantile_with_interval(std::span<const double> values, double p, double confidence = 0.95);

}  // namespace sweep
