#pragma once

#include <span>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/space/imputation.hpp"
#include "algorithms/space/search_space.hpp"

namespace sweep {

/// The coordinates (see wandb_coordinate.hpp) of a run, one for each parameter that is no constant.
/// A value is looked up under the parameter's joined name, else along its path; a path that meets
/// something that is no map finds none. Throws SpecError for a value that the reference engine
/// fails at: not listed, or no number.
std::vector<double> wandb_row(const Run& run, const SearchSpace& space);

/// What the run has reported of the metric; as W&B, a summary of null hides all but the latest.
/// Preempted runs and those about to be are waiting, killed and crashed ones have failed.
Outcome wandb_outcome(const Run& run, const Metric& metric);

}  // namespace sweep
