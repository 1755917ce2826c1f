#pragma once

#include <vector>

#include "bench/reports/section.hpp"

namespace sweep {

/// Logarithmic for losses above 0 that span decades, more than 1.5 of them: they are told apart in
/// the logarithm only. NaN is passed by.
FigureScale loss_scale(const std::vector<double>& losses);

}  // namespace sweep
