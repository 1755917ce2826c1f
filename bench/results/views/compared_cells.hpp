#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/results/keyed_cells.hpp"
#include "bench/results/measures/axis.hpp"

namespace sweep {

/// What all methods met alike: one seed of one objective, with a cell of each of them.
struct ComparedCells {
  std::vector<const KeyedCell*> of_method;  // in the order of CellsSideBySide::methods
};

/// A function in a dimension, over its instances and seeds.
struct ComparedProblem {
  std::string name;  // "bbob/f8, 5-D", or the objective
  bool has_optimum = true;
  std::vector<ComparedCells> rows;
};

/// Cells as they are compared side by side. Seeds that some method lacks are left out and counted.
struct CellsSideBySide {
  std::vector<std::string> methods;  // with their builds, sorted
  std::vector<ComparedProblem> problems;
  Axis axis = Axis::evaluations;  // that is shown first
  std::size_t rows = 0;
  std::size_t left_out = 0;  // cells without a partner in each method, or without known losses
};

CellsSideBySide compared_cells(const CellSet& cells, Axis axis);

/// "bbob/f8, 5-D", or the objective.
std::string problem_name(const KeyedCell& cell, const ObjectiveInfo& objective);

/// The descent along an axis; nullptr where it is not known.
const Descent* descent_along(const KeyedCell& cell, Axis axis);

}  // namespace sweep
