#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/results/keyed_cells.hpp"
#include "bench/results/measures/data_set.hpp"
#include "bench/results/target_choice.hpp"

namespace sweep {

/// The cells of a set as measures take them: those of one method on one function in one dimension
/// together.
struct DataSets {
  /// Sorted by the kind of their targets, suite, function, dimension and method, the cells of each
  /// by key; objectives of no suite come last of those with precisions, then those whose optimum is
  /// not known.
  std::vector<DataSet> all;
  std::vector<std::string> unknown;  // objectives with cells whose losses without noise are not
  std::vector<std::string> without_steps;  // objectives with cells whose steps are not known
  std::vector<std::string> undescribed;    // objectives with cells of which no more is known
};

/// The descents along an axis of all cells that have one, with the targets of each problem.
DataSets data_sets_of(const CellSet& set, Axis axis = Axis::evaluations,
                      const TargetChoice& targets = {});

}  // namespace sweep
