#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/model/gp/matern_gp.hpp"
#include "algorithms/wandb/imputation.hpp"

namespace sweep {

/// The runs of a sweep as the reference engine's Bayesian search sees them: a row of coordinates
/// for the parameters that are no constants, and what the run has reported.
struct WandbRuns {
  std::size_t columns = 0;
  std::vector<double> rows;  // outcomes.size() x columns
  std::vector<RunOutcome> outcomes;

  void add(const std::vector<double>& row, const RunOutcome& outcome);
};

/// What the model is made from.
struct WandbTraining {
  Samples samples;
  std::vector<double> running_rows;  // their targets are awaited
};
WandbTraining training_of(const WandbRuns& runs, const ImputeRules& rules);

/// The samples without NaN, in the row or the target.
Samples usable_samples(const Samples& samples);
/// The rows without NaN.
std::vector<double> usable_rows(std::span<const double> rows, std::size_t columns);

/// Row number `i` of several, one after the other.
std::span<const double> row_of(std::span<const double> rows, std::size_t columns, std::size_t i);
void append_row(std::vector<double>& rows, std::span<const double> row);

}  // namespace sweep
