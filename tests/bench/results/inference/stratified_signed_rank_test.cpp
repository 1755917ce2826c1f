#include "bench/results/inference/stratified_signed_rank.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "bench/results/inference/normal.hpp"
#include "bench/results/inference/sign_flips.hpp"
#include "bench/results/inference/signed_rank.hpp"

namespace sweep::stratified_signed_rank_test {

using Strata = std::vector<std::vector<double>>;

TEST(StratifiedSignedRank, OfOneStratumIsThatOfTheSignedRanks) {
  const std::vector<double> differences = {3, -1, 4, 1.5, -5, 9, 0, 2.6};
  EXPECT_DOUBLE_EQ(stratified_signed_rank_z(Strata{differences}),
                   signed_rank(differences, Alternative::two_sided).z);
}

// By hand: ranks (1, 2) and (1, 2, 3) weigh 1/3 and 1/4; signs ++ and +-+.
TEST(StratifiedSignedRank, RanksEachStratumInItself) {
  const double excess = 3.0 / 3 + (1 - 2 + 3) / 4.0;
  const double squares = (1 + 4) / 9.0 + (1 + 4 + 9) / 16.0;
  EXPECT_DOUBLE_EQ(stratified_signed_rank_z(Strata{{1, 2}, {1e6, -2e6, 3e6}}),
                   excess / std::sqrt(squares));
}

TEST(StratifiedSignedRank, IsOddAndKnowsNoUnits) {
  const Strata strata = {{1, -2, 3}, {4, 5, -0.1}};
  const Strata opposite = {{-1, 2, -3}, {-400, -500, 10}};
  EXPECT_DOUBLE_EQ(stratified_signed_rank_z(strata), -stratified_signed_rank_z(opposite));
  EXPECT_EQ(stratified_signed_rank_z(Strata{{0, 0}, {}}), 0);
}

// Two strata of six, the fewest that are pooled: doubled weights are whole numbers, so that the
// distribution of the positive ones' sum is exact. Beyond z = 2.3, where Holm asks of three tests,
// its tail is below the normal one.
TEST(StratifiedSignedRank, HasATailBelowTheNormalOne) {
  const std::vector<std::size_t> ranks = {1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6};
  const std::vector<double> probabilities = coin_sum_distribution(ranks);
  const double squares = 2 * 91;
  for (std::size_t sum = 37; sum < probabilities.size(); ++sum) {
    const double exact = std::accumulate(probabilities.begin() + static_cast<std::ptrdiff_t>(sum),
                                         probabilities.end(), 0.0);
    const double z = (2 * static_cast<double>(sum) - 42) / std::sqrt(squares);
    EXPECT_LT(exact, normal_below(-z)) << sum;
  }
}

}  // namespace sweep::stratified_signed_rank_test
