#pragma once

#include <string>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/text/options.hpp"
#include "algorithms/tuner/tuner.hpp"

namespace sweep {

/// A sweep that runs are asked of, and what is odd about its file.
struct RunningSweep {
  SweepConfig config;
  std::vector<std::string> warnings;
};

/// Reads its file; "-" for standard input. Throws ConfigError, also for what W&B fails at only when
/// it is asked for a run, and SpecError without parameters.
RunningSweep read_running_sweep(const std::string& file, Behaviour behaviour);

/// The options of the sweep's searcher that `--set searcher.option=value` gives. Throws SpecError.
Settings searcher_settings(const std::vector<std::string>& texts, const std::string& method);

/// A tuner of the sweep's searcher, which may begin trials without end.
Tuner tuner_of(const SweepConfig& config, const Settings& settings, const Stream& trials);

/// Brings the runs so far to the tuner, run i as trial i, so that the next trial comes after all of
/// them. Returns those that are no points of the space and so are nobody's, as "name: why".
std::vector<std::string> adopt_runs(const std::vector<Run>& runs, const SweepConfig& config,
                                    Tuner& tuner);

/// Why the sweep is over whatever the searcher says; "" if it goes on. W&B's engine never asks.
std::string end_of_sweep(const SweepConfig& config, const std::vector<Run>& runs);

}  // namespace sweep
