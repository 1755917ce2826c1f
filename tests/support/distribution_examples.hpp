#pragma once

#include <string>
#include <vector>

#include "algorithms/space/distribution.hpp"

namespace sweep {

/// A distribution with a name for a test's row.
struct DistributionExample {
  std::string name;
  Distribution distribution;
};

/// At least one of each kind that a sweep file can ask for, corrected behaviour.
std::vector<DistributionExample> distribution_examples();

}  // namespace sweep
