#pragma once

#include <string>

#include "bench/results/objective_info.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// All that results need to know of an objective, whose one text is `name`. Of one that is in no
/// family the function's name is its text without `dim`: in any dimension it is the same function.
ObjectiveInfo describe(const std::string& name, const Objective& objective);

}  // namespace sweep
