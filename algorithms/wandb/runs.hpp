#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/search_space.hpp"
#include "algorithms/space/trial.hpp"
#include "algorithms/wandb/imputation.hpp"

namespace sweep {

/// The coordinates (see wandb_coordinate.hpp) of a run, one for each parameter that is no constant.
/// A value is looked up under the parameter's joined name, else along its path; a path that meets
/// something that is no map finds none. Throws SpecError for a value that the reference engine
/// fails at: not listed, or no number.
std::vector<double> wandb_row(const Run& run, const SearchSpace& space);

/// What the run has reported of the metric; as W&B, a summary of null hides all but the latest.
/// Preempted runs and those about to be are waiting, killed and crashed ones have failed.
RunOutcome wandb_outcome(const Run& run, const Metric& metric);

/// What is a step of a run: a report of the metric, as W&B counts, or a step of the trainer.
enum class Iteration { report, step };

/// The metric over the steps of the run's history, as losses: negated if it is maximised. Rows
/// without the metric are left out. As W&B, finite numbers alone are reports; corrected (quirk 48),
/// NaN, the infinities, and the texts that stand for them are, too, as a run that diverges goes on.
/// By the trainer's steps, the step of a row is its `_step` + 1 where it has one, else one more
/// than the row's before.
std::vector<Observation> loss_curve(const Run& run, const Metric& metric, Behaviour behaviour,
                                    Iteration iteration = Iteration::report);

/// Rows of the history whose `_step` is no number, or not above the row's before, so that
/// loss_curve by the trainer's steps does without it.
std::size_t unusable_steps(const Run& run);

}  // namespace sweep
