#include "bench/results/measures/rank_sum.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cassert>
#include <cmath>
#include <vector>

namespace sweep {
namespace {

std::vector<double> sorted_together(std::span<const double> first, std::span<const double> second) {
  std::vector<double> all(first.begin(), first.end());
  all.insert(all.end(), second.begin(), second.end());
  std::sort(all.begin(), all.end());
  return all;
}

// The mean of the ranks, from 1, that `x` and its equals have.
double mid_rank(const std::vector<double>& sorted, double x) {
  const auto equals = std::equal_range(sorted.begin(), sorted.end(), x);
  const auto below = static_cast<double>(equals.first - sorted.begin());
  const auto up_to = static_cast<double>(equals.second - sorted.begin());
  return (below + 1 + up_to) / 2;
}

}  // namespace

RankSum rank_sum_test(std::span<const double> first, std::span<const double> second) {
  assert(!first.empty() && !second.empty());
  const std::vector<double> all = sorted_together(first, second);
  double rank_sum = 0;
  for (const double x : first) rank_sum += mid_rank(all, x);
  const auto n1 = static_cast<double>(first.size());
  const auto n2 = static_cast<double>(second.size());
  RankSum result;
  result.z = (rank_sum - n1 * (n1 + n2 + 1) / 2) / std::sqrt(n1 * n2 * (n1 + n2 + 1) / 12);
  const boost::math::normal standard;
  result.p = 2 * cdf(complement(standard, std::abs(result.z)));
  return result;
}

}  // namespace sweep
