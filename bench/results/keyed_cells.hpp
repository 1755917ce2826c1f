#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/results/cell_descents.hpp"
#include "bench/results/method_builds.hpp"
#include "bench/results/objective_info.hpp"
#include "bench/results/provenance.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// What tells a cell from all others that are compared. Cells that differ in method or build never
/// pool: a search with another option, or by another program, is another method.
struct CellKey {
  std::string method;     // its whole text, with options however they were given
  std::string objective;  // its one text
  std::uint64_t seed = 0;
  std::string build;     // a short name; "" for a method with cells of one build only
  std::string function;  // "bbob/f8?noise=1", of any dimension and instance, or the objective
  std::optional<int> dimension;  // nothing if the objective is not described
  int instance = 0;              // of the function, in its family; 0 of none
  auto operator<=>(const CellKey&) const = default;
};

/// A cell as statistics read it.
struct KeyedCell {
  CellKey key;
  std::size_t objective = 0;             // its place among the objectives of its set
  std::optional<double> optimum;         // of the objective, where it is known
  std::optional<CellDescents> descents;  // nothing where they are not known
  double observed_loss = 0;  // the lowest of full length; NaN if no trial came to its end
  double exact_loss = 0;     // without noise, of the point with that loss
  std::uint64_t trials = 0;
  std::uint64_t failed = 0;
  std::optional<std::uint64_t> duplicates;  // nothing: too many points to count them
  ClusterUse use;
  Timing timing;
};

/// Cells that may be compared, each of them once.
struct CellSet {
  std::vector<KeyedCell> cells;           // sorted by key
  std::vector<ObjectiveInfo> objectives;  // of the cells, in the order of their first appearance
  std::vector<MethodBuilds> builds;       // of the methods with several, sorted
};

/// A finished cell, its records not read yet, and what is known of it.
struct CellSource {
  const CellResult* result;
  const ObjectiveInfo* objective;
  const Provenance* provenance;
  RecordLevel level = RecordLevel::best;
  std::string_view origin;  // its file, for messages
};

/// The cell at a place, with its records.
using WholeCell = std::function<CellResult(std::size_t place)>;

/// Joins cells of any number of stores; their order does not matter. Objectives without a known
/// optimum stay in. Of a cell that one build computed twice, the one with more records counts.
///
/// Throws SpecError if such two differ in their digests, and if an objective of one name has
/// another space elsewhere.
CellSet keyed_cells(std::span<const CellSource> sources, const WholeCell& whole);

/// "bbob?noise=1"; "" for an objective that is of no family.
std::string suite_of(const ObjectiveInfo& objective);
/// "bbob/f8?noise=1", or the objective's own name.
std::string function_of(const ObjectiveInfo& objective);

}  // namespace sweep
