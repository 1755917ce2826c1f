#pragma once

#include <cmath>
#include <compare>
#include <limits>

#include "algorithms/space/trial.hpp"

namespace sweep {

/// A trial in the order of its loss at a rung; ties go to the lower id.
struct RankedTrial {
  double loss;
  TrialId trial;
  auto operator<=>(const RankedTrial&) const = default;
};

/// What ranks need: NaN is as bad as anything.
inline double orderable(double loss) {
  return std::isnan(loss) ? std::numeric_limits<double>::infinity() : loss;
}

}  // namespace sweep
