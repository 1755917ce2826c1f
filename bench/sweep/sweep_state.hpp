#pragma once

#include <string>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/space/trial.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Reads the file of a sweep that runs are asked of; "-" for standard input. Prints its warnings.
/// Throws ConfigError, also for what W&B fails at only then, and SpecError without parameters.
SweepConfig read_running_sweep(const std::string& file, Behaviour behaviour);

/// The options of the sweep's searcher that `--set searcher.option=value` gives. Throws SpecError.
Settings searcher_settings(const std::vector<std::string>& texts, const std::string& method);

/// What a run is to a searcher: its point, and as its curve the metric's values, negated if they
/// are to be maximised; the summary's value ends it where the history has none as good. Killed runs
/// have been stopped, with what they have reported; those that failed or crashed, or ended without
/// a result, are failed trials.
Trial trial_of(const Run& run, TrialId id, Point point, const SweepConfig& config);

/// Brings the runs so far to the searcher; warns of those that are no points of the space.
void replay(const std::vector<Run>& runs, const SweepConfig& config, Searcher& searcher);

/// Why the sweep is over whatever the searcher says; "" if it goes on. W&B's engine never asks.
std::string end_of_sweep(const SweepConfig& config, const std::vector<Run>& runs);

}  // namespace sweep
