#pragma once

#include <string>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/schedule/stop_runs.hpp"
#include "algorithms/space/behaviour.hpp"
#include "algorithms/text/named_options.hpp"
#include "algorithms/wandb/runs.hpp"

namespace sweep {

/// What is a step of a run, and which reports count.
struct Counting {
  Behaviour behaviour = Behaviour::corrected;
  Iteration iteration = Iteration::report;
};

/// The running runs that W&B's early termination stops now.
StopAnswer stop_by_bands(const SweepConfig& config, const std::vector<Run>& runs,
                         Counting counting = {});

/// What is wrong if no run has a value at any band, or none is as long as the first step at which
/// the scheduler looks, so that nothing can stop; "" if one is.
std::string unseen_warning(const StopAnswer& answer, const NamedOptions& scheduler,
                           const Metric& metric, const std::vector<Run>& runs, Counting counting);

/// The running runs that a scheduler stops now, one that judges trials one by one (all but those
/// that pause). What the runs that do not run have reported comes first, then the others', each in
/// the order of the list; the decision at a run's last report counts or, of a scheduler that judges
/// at rungs, that of the first rung where it stops. Throws SpecError for a scheduler that pauses.
StopAnswer stop_by_scheduler(const NamedOptions& scheduler, const Metric& metric,
                             const std::vector<Run>& runs, Iteration iteration = Iteration::report);

}  // namespace sweep
