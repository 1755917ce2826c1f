#pragma once

#include <string>
#include <vector>

#include "bench/experiment/experiment.hpp"
#include "bench/store/store.hpp"

namespace sweep {

/// What a store holds: its cells without records, which are read one cell at a time, and the
/// experiment that they are of. Throws as StoreReader, and SpecError if an objective can no longer
/// be made: a table of one's own has gone, say.
struct StoredResults {
  explicit StoredResults(std::string store_path);

  /// A cell with its records and points.
  [[nodiscard]] CellResult whole(std::size_t cell) const;

  std::string path;
  StoreReader store;
  StoreHeader header;
  std::vector<CellResult> cells;  // sorted by objective, method and seed
  Experiment experiment;
};

/// A warning if the run has cells to come: they are no part of any figure made from the others.
void warn_if_unfinished(const StoredResults& stored);

}  // namespace sweep
