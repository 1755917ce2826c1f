#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/search_space.hpp"

namespace sweep {

/// The objectives that one text stands for: those of a suite (`suite:classic`), of a slice
/// (`bbob/f1-24/d2,5/i1-5`) or of a pattern (`tabular/*`), each with the options behind `?`. Any
/// other text stands for itself; so does `bbob/f1` in a space with a parameter called bbob. Throws
/// SpecError for an unknown suite, for numbers that a family has not, and if no name matches.
std::vector<std::string> expand_objective(std::string_view text,
                                          const std::optional<SearchSpace>& space = {});

/// True if the space makes an expression of what would be a slice: it has a parameter with the
/// family's name, or with the first word of it.
bool divides_parameters(std::string_view slice, const std::optional<SearchSpace>& space);

}  // namespace sweep
