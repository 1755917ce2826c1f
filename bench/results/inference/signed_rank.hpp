#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "bench/results/inference/alternative.hpp"

namespace sweep {

/// What becomes of differences that are 0. wilcox: they are dropped, then the others are ranked.
/// pratt: they are ranked too, then their ranks are dropped. zsplit: half of their ranks counts as
/// positive, half as negative.
enum class ZeroRule { wilcox, pratt, zsplit };

/// How paired differences lie about 0.
struct SignedRank {
  double w_plus = 0;   // sum of the ranks of positive differences
  double w_minus = 0;  // of negative ones
  double z = 0;        // (W+ - W-) / sqrt(sum of squared ranks), no continuity correction
  double p = 1;
  bool exact = true;  // p is of the sign-flip distribution itself
  std::size_t nonzero = 0;
};

/// Wilcoxon's signed-rank test. The sizes |d| are ranked, ties share their mean rank. Exact up to
/// 50 nonzero differences: given the sizes, each sign is fair, so that the distribution of W+ is a
/// convolution, with ties as well. Beyond, p is normal, with continuity correction.
/// Without a nonzero difference p is 1. Differences may be infinite, none is NaN.
///
/// Differs from SciPy, whose exact p is not that of ties, and is normal where there are zeros.
///
/// Source: Wilcoxon 1945, doi:10.2307/3001968; Pratt 1959, doi:10.1080/01621459.1959.10501526;
/// Cureton 1967 for the variance with zeros, doi:10.1080/01621459.1967.10500917.
SignedRank signed_rank(std::span<const double> differences, Alternative alternative,
                       ZeroRule rule = ZeroRule::pratt);

/// The test with a normal p for any number of differences; `z` has the continuity correction that
/// is asked for: W moves by 1/2, towards its mean where that is what the alternative asks. For the
/// golden vectors, which hold the normal branch of signed_rank() to SciPy's.
SignedRank signed_rank_normal(std::span<const double> differences, Alternative alternative,
                              ZeroRule rule, bool continuity);

/// (W+ - W-) / sqrt(sum of squared ranks), zeros dropped, no continuity correction: the z of
/// stopping_look(), as its golden vectors have it. 0 if all differences are. Verdicts take the z of
/// signed_rank(), whose zeros are ranked.
double signed_rank_z(std::span<const double> differences);

/// The differences, each plus `by`. What rounding alone keeps apart is equal afterwards: with a
/// rounding of 1e-12 of the larger of |d| and |by|, each pair's own, sizes that differ by no more
/// than the larger rounding of the two are the same, and sizes within their own are 0. So 0.3 - 0.1
/// ties with 0.2, as it does on paper, and one large difference hides no small ones.
std::vector<double> shifted(std::span<const double> differences, double by);

/// Whether the differences lie within the tolerance on both sides: two one-sided signed-rank tests,
///   p = max(p of d + tolerance "greater", p of d - tolerance "less").
///
/// Source: Schuirmann 1987, doi:10.1007/BF01068419.
double equivalence_p(std::span<const double> differences, double tolerance);

}  // namespace sweep
