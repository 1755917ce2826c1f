#pragma once

#include <span>

#include "bench/results/measures/data_set.hpp"
#include "bench/results/target_choice.hpp"

namespace sweep {

/// Which kind of targets a data set has, by what its suite is and whether its optimum is known.
TargetKind target_kind(const DataSet& set, const TargetChoice& choice);

/// Gives data sets their targets, those of a problem together: quantiles are of all of its cells.
void assign_targets(const TargetChoice& choice, std::span<DataSet> sets);

}  // namespace sweep
