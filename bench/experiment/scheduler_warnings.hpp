#pragma once

#include <string>
#include <vector>

#include "bench/experiment/prepared.hpp"

namespace sweep {

/// What to say, one line for each method and reason, of schedulers that cannot stop anything: the
/// objective has no curve, or ends before their first look; of options that they ignore; and of a
/// prior without defaults.
std::vector<std::string> scheduler_warnings(const PreparedExperiment& prepared);

}  // namespace sweep
