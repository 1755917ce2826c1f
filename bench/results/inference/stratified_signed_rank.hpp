#pragma once

#include <span>
#include <vector>

namespace sweep {

/// How paired differences of several strata lie about 0 together: each is ranked in itself, as
/// their units differ, and a rank weighs 1/(n + 1) where the stratum has n differences. Those that
/// are 0 are ranked, and their ranks dropped, as in signed_rank():
///   z = sum_k (W+_k - W-_k)/(n_k + 1) / sqrt(sum_k sum_i (r_ki/(n_k + 1))^2).
/// Where signs are fair z has mean 0 and variance 1, and is normal for a dozen pairs or more:
/// beyond 2.3, or p = 0.01, its tail is above the exact one. 0 if all differences are.
///
/// Source: van Elteren 1960, Bull. Inst. Internat. Statist. 37, 351-361, for the weights, there of
/// two-sample tests; Lehmann 1975, "Nonparametrics", section 3.3.
double stratified_signed_rank_z(std::span<const std::vector<double>> strata);

}  // namespace sweep
