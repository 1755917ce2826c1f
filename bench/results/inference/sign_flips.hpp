#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sweep {

/// The distribution of the sum of those weights for which a fair coin falls on heads: the
/// probability of each sum 0, 1, .., all of them. Exact but for rounding; the time is the number of
/// weights times their sum.
std::vector<double> coin_sum_distribution(std::span<const std::size_t> weights);

/// P(W <= c) for c = 0, 1, .. of the rank sum W of the positive ones of n differences without ties
/// or zeros, where each sign is fair.
std::vector<double> signed_rank_tails(std::size_t n);

}  // namespace sweep
