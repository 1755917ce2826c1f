#pragma once

#include <string>

#include "bench/results/keyed_cells.hpp"
#include "bench/results/measures/axis.hpp"

namespace sweep {

/// The axis on which cells are compared where none was asked for, and why it is not evaluations.
struct AxisChoice {
  Axis axis = Axis::evaluations;
  std::string reason = {};
};

/// Evaluations; steps if a scheduler stopped trials of any cell, which then are no whole ones; and
/// virtual time if the steps of some cell are not known.
AxisChoice default_axis(const CellSet& set);

}  // namespace sweep
