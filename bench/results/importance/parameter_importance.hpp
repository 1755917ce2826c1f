#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bench/results/trial_table.hpp"

namespace sweep {

/// How much a parameter matters for the loss.
struct ParameterImportance {
  std::string name;
  double importance = 0;  // share of the forest's; of a category the sum over its columns
  /// Pearson's, between parameter and loss; nothing where one of them never varies, and for a
  /// category, which has no order.
  std::optional<double> correlation;
};

/// What matters among the parameters of trials.
struct ImportanceTable {
  std::vector<ParameterImportance> parameters;  // the most important first
  std::size_t n = 0;                            // trials that it is of
};

/// Trials that a forest learns from at most: of more, as many are drawn.
inline constexpr std::size_t kMostForestTrials = 1000;

/// Importance and correlation as W&B shows them: parameters that are spread in the logarithm enter
/// as logarithms, a category as a column for each of its values, trials without a loss not at all.
/// No parameters with fewer than two such trials.
ImportanceTable parameter_importance(const TrialTable& trials);

}  // namespace sweep
