#pragma once

#include <string>
#include <vector>

#include "bench/results/keyed_cells.hpp"

namespace sweep {

/// The cells of stores as statistics read them, and what is to be said of the stores.
struct ReportedCells {
  CellSet set;
  std::vector<std::string> warnings;  // of experiments that are not finished
};

/// Reads stores and joins them. Constructs no searcher and no objective. Throws SpecError for a
/// store without a cell, and otherwise as StoredResults and keyed_cells().
ReportedCells reported_cells(const std::vector<std::string>& paths);

}  // namespace sweep
