#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

#include "bench/run/cell.hpp"

namespace sweep {

/// Called for each finished cell, by one thread at a time, in any order. It may take the records
/// and points out of the result, to keep memory low.
using CellFinished = std::function<void(CellResult&)>;

/// Runs the cells on `threads` threads; result i belongs to cell i and is the same for any number
/// of threads. Once `stop` is true or a cell has thrown, no cell is begun, those under way end as
/// nothing, and the first exception is thrown again.
std::vector<std::optional<CellResult>> run_cells(const PreparedExperiment& prepared,
                                                 const std::vector<Cell>& cells, int threads,
                                                 const std::atomic<bool>& stop,
                                                 const CellFinished& finished);

}  // namespace sweep
