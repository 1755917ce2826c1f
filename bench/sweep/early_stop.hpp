#pragma once

#include <string>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/schedule/stop_runs.hpp"
#include "algorithms/text/named_options.hpp"

namespace sweep {

/// How a run is called where it has no name: "run 3", counted from 1.
std::string label_of(const std::vector<Run>& runs, std::size_t run);

/// What is wrong if no run's history has a number as the metric, with what it has instead where the
/// metric is not there at all; "" if one has.
std::string what_is_reported_instead(const std::vector<Run>& runs, const Metric& metric);

/// What is wrong with the runs' `_step`s; "" if nothing is.
std::string what_is_wrong_with_steps(const std::vector<Run>& runs);

/// The running runs that W&B's early termination stops now.
StopAnswer stop_by_bands(const SweepConfig& config, const std::vector<Run>& runs,
                         Behaviour behaviour);

/// The running runs that a scheduler stops now, one that judges trials one by one (all but those
/// that pause). What the runs that do not run have reported comes first, then the others', each in
/// the order of the list; the decision at a run's last report counts or, of a scheduler that judges
/// at rungs, that of the first rung where it stops. Throws SpecError for a scheduler that pauses.
StopAnswer stop_by_scheduler(const NamedOptions& scheduler, const Metric& metric,
                             const std::vector<Run>& runs);

}  // namespace sweep
