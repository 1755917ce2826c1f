#pragma once

#include <span>
#include <string>
#include <vector>

#include "bench/results/keyed_cells.hpp"
#include "bench/results/measures/data_set.hpp"

namespace sweep {

/// The cells of a set as measures take them: those of one method on one function in one dimension
/// together.
struct DataSets {
  /// With a known optimum; sorted by suite, function, dimension and method, the cells of each by
  /// key. Objectives of no suite come last.
  std::vector<DataSet> precisions;
  /// Without one: how the losses themselves came down. Sorted likewise.
  std::vector<DataSet> losses;
  std::vector<std::string> without_optimum;  // objectives whose optimum is not known
  std::vector<std::string> unknown;  // objectives with cells whose losses without noise are not
};

/// The descents over evaluations of all cells that have one.
DataSets data_sets_of(const CellSet& set);

}  // namespace sweep
