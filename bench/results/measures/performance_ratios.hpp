#pragma once

#include <span>
#include <vector>

namespace sweep {

/// The costs of several methods on the same problems (ERTs, say), one list per method, as ratios to
/// the lowest cost on each problem: the samples of performance profiles. A ratio is infinite where
/// its cost is; 1 where method and best need nothing at all. All lists are equally long.
///
/// Source: Dolan, Moré 2002, doi:10.1007/s101070100263.
std::vector<std::vector<double>> performance_ratios(std::span<const std::vector<double>> costs);

}  // namespace sweep
