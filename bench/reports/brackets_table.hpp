#pragma once

#include <string>
#include <vector>

#include "algorithms/schedule/rungs.hpp"

namespace sweep {

/// What a scheduler plans, a line for each bracket: its rungs, trials x steps, and what they cost
/// in trials of `max_step` steps, with the sum of all.
std::string brackets_table(const std::vector<BracketPlan>& plans, int max_step);

}  // namespace sweep
