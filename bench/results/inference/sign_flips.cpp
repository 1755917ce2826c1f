#include "bench/results/inference/sign_flips.hpp"

#include <numeric>

namespace sweep {

std::vector<double> coin_sum_distribution(std::span<const std::size_t> weights) {
  const std::size_t largest = std::accumulate(weights.begin(), weights.end(), std::size_t{0});
  std::vector<double> probabilities(largest + 1, 0.0);
  probabilities[0] = 1;
  std::size_t reached = 0;
  for (const std::size_t weight : weights) {
    reached += weight;
    for (std::size_t sum = reached + 1; sum-- > 0;) {
      const double with = sum >= weight ? probabilities[sum - weight] : 0;
      probabilities[sum] = (probabilities[sum] + with) / 2;
    }
  }
  return probabilities;
}

std::vector<double> signed_rank_tails(std::size_t n) {
  std::vector<std::size_t> ranks(n);
  std::iota(ranks.begin(), ranks.end(), std::size_t{1});
  std::vector<double> tails = coin_sum_distribution(ranks);
  std::partial_sum(tails.begin(), tails.end(), tails.begin());
  return tails;
}

}  // namespace sweep
