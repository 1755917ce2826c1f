#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/results/keyed_cells.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {

/// How many trials of a method repeat a point that the same cell tried before.
struct RepeatedTrials {
  std::string problem;  // as in ComparedProblem
  std::string method;   // with its build, where it has several
  std::uint64_t trials = 0;
  std::uint64_t repeats = 0;
  Estimate share;  // of a cell's trials: mean over cells, with a BCa bootstrap interval of 95 %
};

/// Counts by problem and method, sorted; cells of too many points to count repeats are left out.
std::vector<RepeatedTrials> repeated_trials(const CellSet& cells);

}  // namespace sweep
