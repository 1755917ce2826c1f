#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "bench/results/measures/data_set.hpp"

namespace sweep {

/// What methods reached on one problem, as normalised regret: 0 is the best that any cell of any of
/// them reached there, 1 the worst.
struct ScoredProblem {
  std::string function;
  int dimension = 1;
  Axis axis = Axis::evaluations;
  double budget = 0;                         // the place on it
  std::vector<std::vector<double>> regrets;  // of each method's cells; none where it has no cells
  std::vector<double> scores;                // their medians; NaN where there are none
  std::vector<std::size_t> repeats;  // of each method's cells, which came down as others did

  [[nodiscard]] bool is_complete() const;  // every method has cells
};

/// Methods, by title, and what they reached on the problems.
struct MethodScores {
  std::vector<std::string> methods;
  std::vector<ScoredProblem> problems;
};

/// The scores of all methods. Each problem is looked at where all its methods still ran: at the
/// smallest of their largest budgets. Regret is in the decimal logarithm of the precision where an
/// optimum is known, down to the final target 1e-8, and in the loss elsewhere; a cell without any
/// result has 1.
MethodScores method_scores(std::span<const DataSet> sets);

}  // namespace sweep
