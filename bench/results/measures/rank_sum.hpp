#pragma once

#include <span>

namespace sweep {

/// How two samples differ in their ranks.
struct RankSum {
  double z = 0;  // above 0 if the first sample has the larger numbers
  double p = 1;  // two-sided
};

/// The rank-sum test of Wilcoxon, Mann and Whitney, as COCO's tables use it: mid-ranks for ties,
///   z = (R - n1 (n1 + n2 + 1)/2) / sqrt(n1 n2 (n1 + n2 + 1)/12),  p = 2 (1 - Phi(|z|))
/// with R the sum of the ranks of the first sample. The variance is not corrected for ties and z
/// not for continuity. Both samples have at least one number, and no NaN.
///
/// Source: Mann, Whitney 1947, doi:10.1214/aoms/1177730491; cocopp.
RankSum rank_sum_test(std::span<const double> first, std::span<const double> second);

}  // namespace sweep
