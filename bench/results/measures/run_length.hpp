#pragma once

#include <limits>
#include <span>
#include <vector>

#include "bench/results/measures/descent.hpp"

namespace sweep {

/// What one cell took to one target.
struct RunLength {
  double hit = std::numeric_limits<double>::infinity();  // T; infinite if it was not reached
  double budget = 0;                                     // M, the evaluations that count

  [[nodiscard]] bool is_success() const { return hit < std::numeric_limits<double>::infinity(); }
  /// What the cell cost: T, or M in vain.
  [[nodiscard]] double spent() const { return is_success() ? hit : budget; }
};

/// The run lengths to a target, in the order of the descents. A cell that reached `end` was done.
std::vector<RunLength> run_lengths(std::span<const Descent> descents, double target,
                                   double end = kFinalTarget);

}  // namespace sweep
