#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "algorithms/text/value.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// The cells of one method on one objective whose searcher broke. They are no part of any result.
struct BrokenCells {
  std::string method;
  std::string objective;
  std::uint64_t cells = 0;
  std::uint64_t first_seed = 0;
  std::string reason;  // of the cell with that seed
};

/// Broken cells by method and objective, sorted, whatever the order in which they ended.
std::vector<BrokenCells> broken_cells(std::span<const CellResult> results);

/// "bayes on hpo6: 2 cells broke, the first with seed 3: no memory".
std::string to_text(const BrokenCells& broken);

/// Adds to each row of the JSON answer, known by its "method" and "objective", what broke there:
/// "broken": {"cells": 2, "reason": "no memory"}, or null.
void add_broken(List& rows, std::span<const BrokenCells> broken);

}  // namespace sweep
