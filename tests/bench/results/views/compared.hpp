#pragma once

#include <string>
#include <utility>

#include "bench/results/keyed_cells.hpp"

namespace sweep {

/// A cell of some method on an objective without a family.
inline KeyedCell compared_cell(const std::string& method, const std::string& objective,
                               std::uint64_t seed, Descent descent) {
  KeyedCell cell;
  cell.key = {method, objective, seed, "", objective, 2, 0};
  cell.optimum = 0;
  cell.trials = static_cast<std::uint64_t>(descent.length);
  cell.descents = CellDescents{descent, descent, descent};
  return cell;
}

inline CellSet compared_set(std::vector<KeyedCell> cells, const std::string& objective) {
  CellSet set;
  set.objectives.resize(1);
  set.objectives[0].name = objective;
  set.cells = std::move(cells);
  return set;
}

}  // namespace sweep
