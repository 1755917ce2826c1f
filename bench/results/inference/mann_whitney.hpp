#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "bench/results/inference/alternative.hpp"

namespace sweep {

/// How two independent samples lie about each other.
struct MannWhitney {
  double u = 0;  // pairs with x > y, and half of those with x = y
  double z =
      0;  // U less its mean m n/2, in deviations corrected for ties; no continuity correction
  double p = 1;
  bool exact = true;  // p is of the permutation distribution itself
};

/// The test of Mann and Whitney. Exact where each sample has at most 50 numbers: all ways to pick m
/// of the m + n midranks are equally likely, ties or not. Beyond, p is normal, with continuity
/// correction. Both samples have at least one number, and no NaN. If all are equal, p is 1.
///
/// Differs from rank_sum_test() of measures/rank_sum.hpp, which is as COCO's tables have it.
///
/// Source: Mann, Whitney 1947, doi:10.1214/aoms/1177730491.
MannWhitney mann_whitney(std::span<const double> x, std::span<const double> y,
                         Alternative alternative);

/// The test with a normal p whatever the numbers; `z` has the continuity correction that is asked
/// for. For the golden vectors, which hold the normal branch of mann_whitney() to SciPy's.
MannWhitney mann_whitney_normal(std::span<const double> x, std::span<const double> y,
                                Alternative alternative, bool continuity);

/// P(U <= u) for u = 0, 1, .. of m and n numbers without ties.
std::vector<double> mann_whitney_tails(std::size_t m, std::size_t n);

}  // namespace sweep
