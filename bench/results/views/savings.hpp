#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/results/keyed_cells.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {

/// What the trials of a method took on a problem, and what stopping some of them early saved.
/// Where trials took more steps than to their ends, as those begun anew may, nothing was saved.
struct Savings {
  std::string problem;  // as in ComparedProblem
  std::string method;   // with its build, where it has several
  std::size_t cells = 0;
  std::uint64_t trials = 0;
  std::uint64_t stopped = 0;
  std::uint64_t steps = 0;       // that were taken
  std::uint64_t full_steps = 0;  // that the same trials would have taken to their ends
  double worker_seconds = 0;     // virtual, that workers were busy
  Estimate share;                // of the steps that a cell saved: median over cells, 95 % interval

  /// full_steps - steps; 0 where more steps were taken, as everywhere below.
  [[nodiscard]] std::uint64_t saved_steps() const;
  /// The saved steps, at the mean time that a step took.
  [[nodiscard]] double saved_seconds() const;
};

/// All methods on the problems on which some trial was stopped; cells whose steps a store of an
/// older layout does not know are left out. By problem and method, sorted.
std::vector<Savings> savings_of(const CellSet& cells);

}  // namespace sweep
