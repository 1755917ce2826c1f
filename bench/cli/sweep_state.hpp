#pragma once

#include <string>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/space/trial.hpp"

namespace sweep {

/// Reads the file of a sweep that runs are asked of; "-" for standard input. Prints its warnings.
/// Throws ConfigError, also for what W&B fails at only then, and SpecError without parameters.
SweepConfig read_running_sweep(const std::string& file, Behaviour behaviour);

/// What a run is to a searcher: its point, and as its curve the metric's values, negated if they
/// are to be maximised. A run that ended without a result is a failed trial.
Trial trial_of(const Run& run, TrialId id, Point point, const SweepConfig& config);

/// Brings the runs so far to the searcher; warns of those that are no points of the space.
void replay(const std::vector<Run>& runs, const SweepConfig& config, Searcher& searcher);

/// Why the sweep is over whatever the searcher says; "" if it goes on. W&B's engine never asks.
std::string end_of_sweep(const SweepConfig& config, const std::vector<Run>& runs);

}  // namespace sweep
