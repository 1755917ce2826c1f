#pragma once

#include <string>
#include <vector>

namespace sweep {

/// Every function of every family in the fewest dimensions, instance 1: `bbob/f1/d2/i1` ...
std::vector<std::string> first_members();

/// The catalogue's names, then those members.
std::vector<std::string> every_objective();

}  // namespace sweep
