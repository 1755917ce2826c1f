#pragma once

#include <span>
#include <vector>

namespace sweep {

/// The rank of each value from 1; equal values share the mean of their ranks.
std::vector<double> mean_ranks(std::span<const double> values);

/// Spearman's correlation: Pearson's of the mean ranks, in [-1, 1]. 1 if one of the two is constant
/// or has fewer than two values. Source: Spearman 1904, doi:10.2307/1412159.
double rank_correlation(std::span<const double> a, std::span<const double> b);

}  // namespace sweep
