#pragma once

#include <optional>

#include "algorithms/config/sweep_config.hpp"
#include "algorithms/text/named_options.hpp"

namespace sweep {

/// How a sweep file stops runs early, as the name of a scheduler and its options; nothing if it
/// does not. `early_terminate` is `wandb-hyperband`. Of W&B Launch, `scheduler.settings.pruner`
/// (`{type: PercentilePruner, args: {percentile: 25}}`, a pruner of Optuna) is the scheduler that
/// decides alike; SuccessiveHalvingPruner is `asha?form=stopping`, where min_resource "auto" is 1,
/// HyperbandPruner is `hyperband`, of which the length of a trial is the max_resource, whatever
/// whole number that says.
///
/// Throws SpecError for a pruner that is unknown, or an argument that has no counterpart.
std::optional<NamedOptions> early_stopping(const SweepConfig& config);

/// The max_resource of a HyperbandPruner, if it is a number: what the length of a trial should be.
std::optional<double> pruner_length(const SweepConfig& config);

}  // namespace sweep
