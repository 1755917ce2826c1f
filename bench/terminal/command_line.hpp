#pragma once

#include <span>
#include <string>
#include <vector>

#include "bench/terminal/verb.hpp"

namespace sweep {

/// What the words of the command line ask for: the first is a verb, or a flag of the program. To
/// print the help or the version is an action too. Throws SpecError for what no verb takes.
Action read_command_line(std::span<const Verb> verbs, const std::vector<std::string>& words);

}  // namespace sweep
