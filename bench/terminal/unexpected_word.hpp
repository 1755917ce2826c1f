#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace sweep {

/// What to say of the first word that no flag of the verb takes, with what may have been meant;
/// `words` are all of the command line.
std::string unexpected_text(const CLI::App& verb, const std::vector<std::string>& words);

}  // namespace sweep
