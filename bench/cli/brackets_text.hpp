#pragma once

#include <string>

#include "bench/experiment/prepared.hpp"

namespace sweep {

/// What the schedulers of an experiment plan: for each method and objective with brackets a table
/// of their rungs, trials x steps, and what all of them cost in trials of full length.
std::string brackets_text(const PreparedExperiment& prepared);

}  // namespace sweep
