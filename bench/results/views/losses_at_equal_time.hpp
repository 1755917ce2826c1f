#pragma once

#include <span>
#include <vector>

#include "bench/results/views/compared_cells.hpp"
#include "bench/results/views/method_ranks.hpp"

namespace sweep {

/// Seconds that the searcher of a cell took for each evaluation, on average over the cell.
double searcher_seconds_per_evaluation(const KeyedCell& cell);

/// The losses of each problem where an evaluation costs `cost` seconds: in each row every method
/// has the wall time of the one that was the first to use up its evaluations. An evaluation takes
/// that cost and the searcher's own time, which is spread evenly over the cell; what a cell would
/// do beyond its last evaluation is not known and counts as nothing.
std::vector<std::vector<LossRow>> losses_at_equal_time(const CellsSideBySide& comparison,
                                                       double cost);

/// Costs of an evaluation to look at: 1 us to 1 h, two to a decade, in seconds.
std::vector<double> evaluation_costs();

}  // namespace sweep
