#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "algorithms/space/stream.hpp"
#include "bench/results/measures/descent.hpp"

namespace sweep {

/// Simulated restarts of a pool: how many to draw for each target, and whence. Every target has
/// the same draws: where the cells' lengths are the same, so are the simulated ones.
struct Restarts {
  std::size_t count;
  Stream stream;
};

/// The run lengths of one data set to each of `targets`, pooled and divided by `unit` evaluations
/// (the dimension D): the sample of a run length ECDF. Without `restarts` those of the cells, each
/// of them infinite where the cell did not reach the target; with them simulated ones. A cell that
/// reached `end` was done.
///
/// Source: Hansen et al. 2022, doi:10.1109/TEVC.2022.3210897.
std::vector<double> pooled_run_lengths(std::span<const Descent> descents,
                                       std::span<const double> targets, double unit,
                                       const std::optional<Restarts>& restarts = {},
                                       double end = kFinalTarget);

}  // namespace sweep
