#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "algorithms/text/value.hpp"
#include "bench/results/broken_cells.hpp"
#include "bench/results/summary.hpp"

namespace sweep {

/// How `run` shows its rows.
struct RowsShown {
  bool all = false;                       // also of a table too long for the eye
  std::string store = {};                 // where the results are kept; empty if nowhere
  std::optional<std::size_t> width = {};  // of the lines
};

/// A table that fits the eye; of a longer one what can be said of each method as a whole.
std::string rows_text(std::span<const SummaryRow> rows, const RowsShown& shown);

/// All that a program may want to know: the rows of the answer, with what broke there. What broke
/// in every cell has a row, too, without a loss.
List rows_json(std::vector<SummaryRow> rows, std::span<const BrokenCells> broken);

}  // namespace sweep
