#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/space/stream.hpp"

namespace sweep {

/// How probable it is that differences are mostly below the region of practical equivalence, inside
/// it, and above it. They sum to 1.
struct Posterior {
  double left = 0;
  double rope = 0;
  double right = 0;
};

/// What a Bayesian comparison decides at.
inline constexpr double kSurePosterior = 0.95;

/// The Bayesian signed-rank test with a region of practical equivalence (ROPE) [-rope, rope]. A
/// Dirichlet process draws weights w of z_0 = 0, with `prior_strength`, and of each difference,
/// with 1; the masses of pairs with z_i + z_j < -2 rope, > 2 rope and between are sums of w_i w_j,
/// and the largest mass takes the draw; masses that are equal share it. A draw takes linear time.
/// No difference is NaN, and they may be none. For the golden vectors: comparisons take many at
/// once, below.
///
/// Source: Benavoli, Corani, Demšar, Zaffalon 2017, https://www.jmlr.org/papers/v18/16-305.html.
Posterior bayesian_signed_rank(std::span<const double> differences, double rope,
                               const Stream& stream, std::size_t draws = 50'000,
                               double prior_strength = 0.5);

/// Posteriors of many samples at once, each as it is alone: the weights that are drawn for the
/// prior and for the k-th smallest difference are those of every sample, so that they are drawn
/// once, and comparisons are paired.
std::vector<Posterior> bayesian_signed_ranks(std::span<const std::vector<double>> samples,
                                             double rope, const Stream& stream,
                                             std::size_t draws = 50'000,
                                             double prior_strength = 0.5);

}  // namespace sweep
