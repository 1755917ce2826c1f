#pragma once

#include <string>
#include <vector>

#include "algorithms/config/checker.hpp"
#include "algorithms/space/search_space.hpp"

namespace sweep {

/// How the parameters of a file are to be read.
struct ParameterRules {
  bool is_grid = false;  // the method is grid search
  bool is_bare = false;  // not part of a whole sweep file
};

/// The parameters of a `parameters:` section, nested ones in place of their parent, each level
/// sorted by name (code points). What is wrong goes to the checker; the result is then of no use.
std::vector<Parameter> read_parameters(const NodeEntry& section, const ParameterRules& rules,
                                       Checker& checker);

}  // namespace sweep
