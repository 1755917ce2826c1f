#pragma once

#include <optional>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/trial.hpp"
#include "algorithms/wandb/runs.hpp"

namespace sweep {

/// What a run of W&B is as a trial: one rule for all who read runs.
///
/// The curve is what the history says of the metric (loss_curve); empty without a metric. A
/// finished run is completed, a killed one has been stopped with what it reported; one that failed
/// or crashed, or ended without a result, has failed; the others are running.
Trial trial_of(const Run& run, TrialId id, Point point, const std::optional<Metric>& metric,
               Behaviour behaviour, Iteration iteration = Iteration::report);

/// A run as a trial, with the summary's word: where the history has nothing as good as the
/// summary's best, which samples of a history may have missed, that ends the curve, at its last
/// step (the first, without any). A summary has no step of its own: searchers, who want losses, are
/// told of it, and whoever compares runs step by step is not.
Trial trial_with_summary(const Run& run, TrialId id, Point point,
                         const std::optional<Metric>& metric);

}  // namespace sweep
