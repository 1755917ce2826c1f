#pragma once

#include <string>
#include <string_view>

#include "algorithms/space/search_space.hpp"

namespace sweep {

/// A search space as one line of YAML that reads back as the very same space: its parameters in
/// their order, each with its distribution and the numbers that this was made from. It is a sweep
/// file, but for what those cannot say: a nested parameter has its path as its name, a space that
/// behaves as W&B's says `wandb-compat: true`, and limits that were given as exponents stay such.
std::string space_text(const SearchSpace& space);

/// The way back. Throws ConfigError, which names `file_name`, for a text that is no such line.
SearchSpace read_space_text(std::string_view text, const std::string& file_name);

}  // namespace sweep
