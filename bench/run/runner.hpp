#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <span>

#include "bench/run/cell.hpp"
#include "bench/run/cell_watch.hpp"

namespace sweep {

/// Called with each finished cell and its position among the experiment's cells, by one thread at a
/// time, in any order.
using CellFinished = std::function<void(std::size_t index, CellResult&& result)>;

/// Runs the cells at these positions of prepared.cells() on `threads` threads. Each result is the
/// same for any number of threads and any order. Once `stop` is true or something has thrown, no
/// cell is begun, those under way end as nothing, and the first exception is thrown again. `watch`
/// may look on.
void run_cells(const PreparedExperiment& prepared, std::span<const std::size_t> indices,
               int threads, const std::atomic<bool>& stop, const CellFinished& finished,
               CellWatch* watch = nullptr);

}  // namespace sweep
