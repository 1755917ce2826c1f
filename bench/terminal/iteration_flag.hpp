#pragma once

#include <string>

#include "algorithms/wandb/runs.hpp"
#include "bench/terminal/flags.hpp"

namespace sweep {

/// `--iteration`, of the verbs that compare runs step by step.
void add_iteration_flag(Flags& flags, std::string& text);

/// "reports" or "_step". Throws SpecError for any other.
Iteration parse_iteration(const std::string& text);

}  // namespace sweep
