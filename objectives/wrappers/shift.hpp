#pragma once

#include <cstdint>

#include "objectives/objective.hpp"

namespace sweep {

/// f(x - s) with s_i = 0.3 (hi - lo)/2 sin(2 i + 1), i from 0: takes an optimum off the centre,
/// which favours methods that start there. Points that leave the domain are evaluated there, or
/// folded (reflected) back if the objective isn't defined outside. Optimum points that leave are
/// dropped. Throws SpecError unless every parameter is uniform.
Objective shifted_by_sine(Objective objective);

/// Moves the optimum to a place drawn with Stream{seed}.child("shift").child(i), for the i-th
/// parameter; for the first known optimum point, or for the centre if none is known.
///
/// A continuous parameter's place is drawn uniformly in unit coordinates, within 0.4 of the old
/// one and at least 0.05 from the ends. Uniform ones are shifted in native units, folded back into
/// the domain if the objective isn't defined outside; normal ones in native units without
/// folding; other continuous ones in unit coordinates, folded. The values of a category change
/// places. Ordered discrete parameters and constants stay as they are: integers, quantised ones,
/// and "zero or".
Objective shifted_at_random(Objective objective, std::uint64_t seed);

}  // namespace sweep
