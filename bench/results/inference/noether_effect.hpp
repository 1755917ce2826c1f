#pragma once

#include <cstddef>

namespace sweep {

/// The smallest effect that n pairs are enough for, by Noether's formula.
struct NoetherEffect {
  double p1 = 0;            // P(d_i + d_j > 0)
  double normal_shift = 0;  // of normal differences, in their deviations; infinite if p1 >= 1
};

/// p1 = 1/2 + (z(1 - alpha/2) + z(power)) / sqrt(3 n), normal shift = z(p1)/sqrt(2). Too large
/// below some 25 pairs, where shown_effect() is simulated. For the golden vectors, which hold the
/// formula that simulations are compared with.
///
/// Source: Noether 1987, doi:10.1080/01621459.1987.10478478.
NoetherEffect noether_effect(std::size_t n, double alpha, double power);

}  // namespace sweep
