#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bench/results/objective_info.hpp"
#include "bench/results/provenance.hpp"
#include "bench/results/record.hpp"
#include "bench/store/store.hpp"

namespace sweep {

/// What a store says of itself: its finished cells without records, which are read one cell at a
/// time, what they are cells of, and what computed them. Constructs no searcher and no objective,
/// unless the store is of an older layout, which lacks what they know. Throws as StoreReader.
struct StoredResults {
  explicit StoredResults(std::string store_path);

  /// A cell with its records and points.
  [[nodiscard]] CellResult whole(std::size_t cell) const;
  /// What the cell's objective is. Its `space` is empty where the store does not know it.
  [[nodiscard]] const ObjectiveInfo& objective(const Cell& cell) const;

  std::string path;
  StoreReader store;
  StoreHeader header;
  std::vector<CellResult> cells;          // finished; sorted by objective, method and seed
  std::vector<CellResult> broken;         // those that have no result, sorted likewise
  std::vector<ObjectiveInfo> objectives;  // sorted by name
  std::vector<Provenance> provenances;    // CellResult::provenance is a place among them
};

/// Opens stores in turn.
std::vector<StoredResults> opened_stores(const std::vector<std::string>& paths);

/// A warning, if the run has cells to come, or to be run again because their searchers broke: they
/// are no part of any figure made from the others.
std::optional<std::string> unfinished_warning(const StoredResults& stored);

}  // namespace sweep
