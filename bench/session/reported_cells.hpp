#pragma once

#include <span>
#include <string>
#include <vector>

#include "bench/results/keyed_cells.hpp"
#include "bench/session/stored_results.hpp"

namespace sweep {

/// The cells of stores as statistics read them, and what is to be said of the stores.
struct ReportedCells {
  CellSet set;
  std::vector<std::string> warnings;  // of experiments that are not finished
};

/// Joins the cells of stores. Throws SpecError for a store without a finished cell, and otherwise
/// as keyed_cells(); constructs no searcher and no objective.
ReportedCells reported_cells(std::span<const StoredResults> stores);
/// Opens the stores, too. Throws also as StoredResults.
ReportedCells reported_cells(const std::vector<std::string>& paths);

}  // namespace sweep
