#include "algorithms/schedule/soft_ranking.hpp"

#include <gtest/gtest.h>

#include "algorithms/space/real_limits.hpp"

namespace sweep::soft_ranking_test {

using Curve = std::vector<Observation>;

Curve curve(const std::vector<double>& losses) {
  Curve curve;
  for (const double loss : losses) curve.push_back({static_cast<int>(curve.size()) + 1, loss});
  return curve;
}

TEST(Crossings, CountWhoLeadsWhereBothHaveReported) {
  EXPECT_EQ(crossings(curve({1, 1, 1}), curve({2, 2, 2})), 0);
  EXPECT_EQ(crossings(curve({1, 3, 1, 3}), curve({2, 2, 2})), 2) << "the fourth has no counterpart";
  EXPECT_EQ(crossings(curve({1, 2, 1}), curve({2, 2, 2})), 0) << "equal losses change nothing";
  EXPECT_EQ(crossings(Curve{{1, 1}, {3, 3}}, Curve{{2, 0}, {3, 2}}), 0) << "one step in common";
  EXPECT_EQ(crossings({}, curve({1})), 0);
}

TEST(RankingNoise, IsAPercentileOfTheDistancesOfCurvesThatSwapTwice) {
  const std::vector<Curve> curves = {curve({1, 3, 1}), curve({2, 2, 2}), curve({9, 9, 9}),
                                     curve({2, 0, 5})};
  // Swaps twice: 0 and 1 (distance 1 in the end), 0 and 3 (4), 1 and 3 once.
  EXPECT_EQ(ranking_noise(curves, 100), 4);
  EXPECT_EQ(ranking_noise(curves, 50), 1);
  EXPECT_EQ(ranking_noise(curves, 0), 1) << "the least of them";
  EXPECT_EQ(ranking_noise(std::span(curves).subspan(1, 2), 90), 0) << "no pair swaps";
}

TEST(RanksAlike, UpToNoise) {
  EXPECT_TRUE(ranks_alike(std::vector{1.0, 2.0, 3.0}, std::vector{10.0, 20.0, 30.0}, 0));
  EXPECT_FALSE(ranks_alike(std::vector{1.0, 2.0, 3.0}, std::vector{10.0, 30.0, 20.0}, 9));
  EXPECT_TRUE(ranks_alike(std::vector{1.0, 2.0, 3.0}, std::vector{10.0, 30.0, 20.0}, 10));
  EXPECT_TRUE(ranks_alike(std::vector{1.0, kInfinity}, std::vector{1.0, kInfinity}, 0));
  EXPECT_FALSE(ranks_alike(std::vector{1.0, 2.0}, std::vector{kInfinity, 1.0}, 5));
  EXPECT_TRUE(ranks_alike(std::vector{1.0, 1.0}, std::vector{7.0, 7.0}, 0));
}

}  // namespace sweep::soft_ranking_test
