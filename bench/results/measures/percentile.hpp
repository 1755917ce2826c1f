#pragma once

#include <span>

namespace sweep {

/// The percentile of COCO's tables, percent in [0, 100], of at least one number, infinite ones
/// allowed: linear between the order statistics at (counted from 0) -1/2 + n percent/100, which is
/// Hazen's, type 5 of Hyndman and Fan (1996, doi:10.1080/00031305.1996.10473566). Next to an
/// infinite number the nearer of the two is taken, the lower one halfway.
///
/// Differs from quantile() of statistics.hpp, which is of type 7: these two never mix in a table.
double percentile(std::span<const double> values, double percent);

}  // namespace sweep
