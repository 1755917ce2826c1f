#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "bench/results/keyed_cells.hpp"
#include "bench/results/measures/data_set.hpp"

namespace sweep {

/// The cells of a set as measures take them: those of one method on one function in one dimension
/// together.
struct DataSets {
  /// Sorted by suite, function, dimension and method, the cells of each by key; objectives of no
  /// suite come last of those whose optimum is known, then those whose is not.
  std::vector<DataSet> all;
  std::size_t with_optimum = 0;              // so many of them, the first ones
  std::vector<std::string> without_optimum;  // objectives whose optimum is not known
  std::vector<std::string> unknown;      // objectives with cells whose losses without noise are not
  std::vector<std::string> undescribed;  // objectives with cells of which no more is known

  [[nodiscard]] std::span<const DataSet> precisions() const {
    return std::span(all).first(with_optimum);
  }
};

/// The descents over evaluations of all cells that have one.
DataSets data_sets_of(const CellSet& set);

}  // namespace sweep
