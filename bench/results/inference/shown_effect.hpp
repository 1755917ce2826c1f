#pragma once

#include <cstddef>

namespace sweep {

/// The shift, in standard deviations of the differences as n pairs estimate them, that a two-sided
/// signed-rank test of n other pairs at level alpha finds in 95 of 100 cases, if differences are
/// normal. From the exact test: with A the sorted averages (d_i + d_j)/2 of a sample about 0, and c
/// the largest number with P(W+ <= c) <= alpha/2, the shift that the sample needs is -A(c + 1); the
/// 95 % quantile of that over the estimated deviation of another sample, 40,000 times (n >= 40:
/// 10,000, n = 100: 4,000). Between those n linear in 1/sqrt(n), between levels in log alpha;
/// alpha above 0.05 counts as that. Infinite where n pairs cannot reach the level, or nearly so.
double shown_effect(std::size_t n, double alpha);

}  // namespace sweep
