#include "bench/results/inference/mann_whitney.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bench/results/inference/midranks.hpp"
#include "bench/results/inference/normal.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostExactSample = 50;

/// The midranks of both samples together, those of x first.
struct PooledRanks {
  std::vector<double> all;
  std::size_t m = 0;

  [[nodiscard]] double sum_of_x() const {
    return std::accumulate(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(m), 0.0);
  }
  [[nodiscard]] double u() const {
    const auto count = static_cast<double>(m);
    return sum_of_x() - count * (count + 1) / 2;
  }
};

PooledRanks pooled_ranks(std::span<const double> x, std::span<const double> y) {
  std::vector<double> all(x.begin(), x.end());
  all.insert(all.end(), y.begin(), y.end());
  return {midranks(all), x.size()};
}

std::vector<std::size_t> doubled(std::span<const double> ranks) {
  std::vector<std::size_t> whole;
  whole.reserve(ranks.size());
  for (const double rank : ranks) whole.push_back(static_cast<std::size_t>(2 * rank));
  return whole;
}

// The share of all ways to pick `picks` of the weights that have each sum. Shares, for a given
// number of picks, keep binomial coefficients from overflowing: of j weights, the last one is among
// the i picked with probability i/j.
std::vector<double> picked_sum_distribution(std::vector<std::size_t> weights, std::size_t picks) {
  std::sort(weights.begin(), weights.end());
  const std::size_t largest = std::accumulate(weights.end() - static_cast<std::ptrdiff_t>(picks),
                                              weights.end(), std::size_t{0});
  std::vector<std::vector<double>> of_picks(picks + 1, std::vector<double>(largest + 1, 0.0));
  of_picks[0][0] = 1;
  for (std::size_t j = 1; j <= weights.size(); ++j) {
    for (std::size_t i = std::min(j, picks); i > 0; --i) {
      const double share = static_cast<double>(i) / static_cast<double>(j);
      for (std::size_t sum = largest + 1; sum-- > 0;) {
        const std::size_t weight = weights[j - 1];
        const double with = sum >= weight ? of_picks[i - 1][sum - weight] : 0;
        of_picks[i][sum] = (1 - share) * of_picks[i][sum] + share * with;
      }
    }
  }
  return of_picks[picks];
}

double exact_rank_sum_p(const PooledRanks& ranks, Alternative alternative) {
  const std::vector<double> probabilities = picked_sum_distribution(doubled(ranks.all), ranks.m);
  const auto seen = probabilities.begin() + static_cast<std::ptrdiff_t>(2 * ranks.sum_of_x());
  const double at_most = std::accumulate(probabilities.begin(), seen + 1, 0.0);
  const double at_least =
      std::accumulate(probabilities.rbegin(), std::make_reverse_iterator(seen), 0.0);
  return p_of_tails(at_most, at_least, alternative);
}

// The variance of the rank sum is m n/(N (N - 1)) times the sum of squared ranks about their mean:
// the usual m n/12 [(N + 1) - sum (t^3 - t)/(N (N - 1))] with its correction for ties.
double deviation_of_u(const PooledRanks& ranks) {
  const auto total = static_cast<double>(ranks.all.size());
  const auto m = static_cast<double>(ranks.m);
  const double mean = (total + 1) / 2;
  double squares = 0;
  for (const double rank : ranks.all) squares += (rank - mean) * (rank - mean);
  return std::sqrt(m * (total - m) * squares / (total * (total - 1)));
}

double rank_sum_z(const PooledRanks& ranks, Alternative alternative, double continuity) {
  const double deviation = deviation_of_u(ranks);
  if (deviation == 0) return 0;
  const auto m = static_cast<double>(ranks.m);
  const double excess = ranks.u() - m * (static_cast<double>(ranks.all.size()) - m) / 2;
  return continuity_corrected(excess, continuity, alternative) / deviation;
}

double rank_sum_normal_p(const PooledRanks& ranks, double z, Alternative alternative) {
  if (deviation_of_u(ranks) == 0) return 1;
  return p_of_tails(normal_below(z), normal_below(-z), alternative);
}

}  // namespace

MannWhitney mann_whitney(std::span<const double> x, std::span<const double> y,
                         Alternative alternative) {
  const PooledRanks ranks = pooled_ranks(x, y);
  const bool is_small = std::max(x.size(), y.size()) <= kMostExactSample;
  const double p = is_small
                       ? exact_rank_sum_p(ranks, alternative)
                       : rank_sum_normal_p(ranks, rank_sum_z(ranks, alternative, 0.5), alternative);
  return {ranks.u(), rank_sum_z(ranks, alternative, 0), p, is_small};
}

MannWhitney mann_whitney_normal(std::span<const double> x, std::span<const double> y,
                                Alternative alternative, bool continuity) {
  const PooledRanks ranks = pooled_ranks(x, y);
  const double z = rank_sum_z(ranks, alternative, continuity ? 0.5 : 0);
  return {ranks.u(), z, rank_sum_normal_p(ranks, z, alternative), false};
}

std::vector<double> mann_whitney_tails(std::size_t m, std::size_t n) {
  std::vector<std::size_t> ranks(m + n);
  std::iota(ranks.begin(), ranks.end(), std::size_t{1});
  std::vector<double> tails = picked_sum_distribution(std::move(ranks), m);
  tails.erase(tails.begin(), tails.begin() + static_cast<std::ptrdiff_t>(m * (m + 1) / 2));
  std::partial_sum(tails.begin(), tails.end(), tails.begin());
  return tails;
}

}  // namespace sweep
