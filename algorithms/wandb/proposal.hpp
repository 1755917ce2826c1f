#pragma once

#include <vector>

#include "algorithms/model/explanation.hpp"
#include "algorithms/wandb/draws.hpp"
#include "algorithms/wandb/training.hpp"

namespace sweep {

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
