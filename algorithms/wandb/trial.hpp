#pragma once

#include <optional>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/trial.hpp"

namespace sweep {

/// What a run of W&B is as a trial: one rule for all who read runs.
///
/// The curve is what the history says of the metric (loss_curve). Where that has nothing as good as
/// the summary's best, which history samples may have missed, the summary has the last word, at the
/// last step (the first, without any). As W&B, the history is all. Without a metric it is empty.
///
/// A finished run is completed, a killed one has been stopped with what it reported; one that
/// failed or crashed, or ended without a result, has failed; the others are running.
Trial trial_of(const Run& run, TrialId id, Point point, const std::optional<Metric>& metric,
               Behaviour behaviour);

}  // namespace sweep
