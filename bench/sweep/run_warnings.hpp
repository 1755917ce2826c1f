#pragma once

#include <span>
#include <string>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/space/behaviour.hpp"
#include "algorithms/wandb/runs.hpp"

namespace sweep {

/// How a run is called where it has no name: "run 3", counted from 1.
std::string label_of(const std::vector<Run>& runs, std::size_t run);

/// Where a verb looks for the metric of a run.
enum class MetricPlaces { history, history_and_summary };

/// What is wrong if no run has a number as the metric: its name in quotes, the nearest one, and
/// what the runs have instead; or which finished runs, and which of those that report something,
/// have none. "" if nothing is wrong, or if nobody has ended or reported anything yet.
std::string metric_warning(const std::vector<Run>& runs, const Metric& metric, MetricPlaces places,
                           Behaviour behaviour);

/// What is wrong with the runs' `_step`s, where they count; "" if nothing is.
std::string step_warning(const std::vector<Run>& runs, Iteration iteration);

/// What is to be said of runs that are ignored, each as "name: why"; "" for none.
std::string ignored_warning(std::span<const std::string> ignored, std::size_t runs);

}  // namespace sweep
