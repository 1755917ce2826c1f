#pragma once

#include <cstddef>
#include <vector>

#include "algorithms/model/matern_gp.hpp"
#include "algorithms/search/explanation.hpp"
#include "algorithms/search/wandb_draws.hpp"
#include "algorithms/space/imputation.hpp"

namespace sweep {

/// The runs of a sweep as the reference engine's Bayesian search sees them: a row of coordinates
/// for the parameters that are no constants, and what the run has reported.
struct WandbRuns {
  std::size_t columns = 0;
  std::vector<double> rows;  // outcomes.size() x columns
  std::vector<Outcome> outcomes;

  void add(const std::vector<double>& row, const Outcome& outcome);
};

/// What the model is made from.
struct WandbTraining {
  Samples samples;
  std::vector<double> running_rows;  // their targets are awaited
};
WandbTraining training_of(const WandbRuns& runs, const ImputeRules& rules);

/// A point of the unit cube. Its improvement is in standard units; below two usable samples the
/// probability is 1 and deviation and expected improvement are NaN.
struct WandbProposal {
  std::vector<double> coordinates;
  Explanation explanation;
};

/// The next point by the reference engine of W&B Sweeps: the best of 1000 random points by expected
/// improvement under its Gaussian process (model/wandb_gp.hpp), with all its quirks.
///
/// Samples with NaN do not count. Draws, in this order: 100 samples with replacement if there are
/// more; 1000 candidates, coordinate by coordinate; and, if the length scale ended at a bound, one
/// of the first 999 candidates, which is the answer then. With fewer than two samples, one point.
/// Differs from the reference where that stops with an error: running rows with NaN are left out,
/// and a model that is not finite (targets near the largest double) falls back as a bound does.
WandbProposal wandb_proposal(const WandbTraining& training, const WandbDraws& draws);

}  // namespace sweep
