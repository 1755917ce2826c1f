#pragma once

#include <cstddef>

namespace sweep {

/// The smallest effect that n pairs are enough for, by Noether's formula.
struct NoetherEffect {
  double p1 = 0;            // P(d_i + d_j > 0)
  double normal_shift = 0;  // of normal differences, in their deviations; infinite if p1 >= 1
};

/// p1 = 1/2 + (z(1 - alpha/2) + z(power)) / sqrt(3 n), normal shift = z(p1)/sqrt(2). Too large
/// below some 25 pairs.
///
/// Source: Noether 1987, doi:10.1080/01621459.1987.10478478.
NoetherEffect noether_effect(std::size_t n, double alpha, double power);

/// The shift, in standard deviations of the differences, that a two-sided signed-rank test of n
/// pairs at 5 % finds with this power if differences are normal. Up to 100 pairs from the exact
/// test, simulated 20,000 times for each of some numbers of pairs and powers .80 and .95; between
/// and beyond them linear in 1/sqrt(n) and z(power), good to some 3 %. Above 100 pairs Noether's.
/// Infinite below 6 pairs, which cannot reach 5 %.
double detectable_effect(std::size_t n, double power = 0.8);

}  // namespace sweep
