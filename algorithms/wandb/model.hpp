#pragma once

#include <optional>

#include "algorithms/model/explanation.hpp"
#include "algorithms/model/model_view.hpp"
#include "algorithms/wandb/draws.hpp"
#include "algorithms/wandb/gp.hpp"
#include "algorithms/wandb/training.hpp"

namespace sweep {

/// The Gaussian process that the reference engine of W&B Sweeps scores candidates with, and the
/// least of all usable targets.
struct WandbModel {
  WandbGp gp;
  double least;

  /// What there is to say of the process's prediction somewhere. The improvement is in standard
  /// units.
  [[nodiscard]] Explanation explain(const Prediction& prediction) const;
};

/// Why a point is random where the length scale ended at a bound.
inline constexpr const char* kAtBound = "random: the length scale is at a bound";
/// Why it is where there is something to learn from, but too little.
inline constexpr const char* kTooFewRuns = "random: fewer than two runs can be learnt from";

/// Learns from the samples without NaN, or from 100 drawn from them with replacement if there are
/// more; running rows with NaN are left out. Nothing if fewer than two samples are usable. A length
/// scale that is given takes the place of the one fitted last.
std::optional<WandbModel> fit_wandb_model(const WandbTraining& training, const WandbDraws& draws,
                                          std::optional<double> length_scale = std::nullopt);

/// What the engine says of a point that it draws because there is no model: the only usable target,
/// or 0, is what it expects, the probability is 1, deviation and expected improvement are NaN.
Explanation explanation_without_model(const WandbTraining& training);

/// The model to look at, with the rows that have NaN too. Where there is none, it has no length
/// scale, a likelihood of NaN, and the explanation_without_model() for every row.
ModelView wandb_model_view(const WandbTraining& training, const WandbDraws& draws,
                           std::optional<double> length_scale = std::nullopt);

}  // namespace sweep
