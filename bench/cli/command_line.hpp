#pragma once

#include <string>
#include <vector>

#include "bench/cli/verbs.hpp"

namespace sweep {

/// What the words of the command line ask for: the first is a verb, or a flag of the program. To
/// print the help or the version is an action too. Throws SpecError for what no verb takes.
Action read_command_line(std::vector<std::string> words);

}  // namespace sweep
