#pragma once

#include <atomic>
#include <cstdint>
#include <optional>

#include "bench/experiment/prepared.hpp"
#include "bench/results/record.hpp"

namespace sweep {

class CellProgress;

/// Runs one cell from its first trial to its last: ask, evaluate, tell. Pure but for the timing:
/// the same cell gives the same bits. If the searcher breaks, the result says why, and holds the
/// trials up to there. Nothing if `stop` became true before it was through. `progress` is told of
/// what has been done.
std::optional<CellResult> run_cell(const PreparedExperiment& prepared, const Cell& cell,
                                   const std::atomic<bool>& stop, CellProgress* progress = nullptr);

/// Runs the cell with this method in the place of the prepared one.
std::optional<CellResult> run_cell(const PreparedExperiment& prepared, const Cell& cell,
                                   const PreparedMethod& method, const std::atomic<bool>& stop,
                                   CellProgress* progress = nullptr);

/// A cell with a method and a budget of its own.
struct CellTask {
  const Cell& cell;
  const PreparedMethod& method;
  std::uint64_t trials;
};
std::optional<CellResult> run_cell(const PreparedExperiment& prepared, const CellTask& task,
                                   const std::atomic<bool>& stop, CellProgress* progress = nullptr);

}  // namespace sweep
