#include "bench/results/inference/friedman.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "bench/results/inference/nemenyi.hpp"

namespace sweep::friedman_test {

using Rows = std::vector<std::vector<double>>;

TEST(Friedman, SaysNothingWhereNoRowTellsMethodsApart) {
  const Friedman test = friedman(Rows(4, {2, 2, 2}));
  EXPECT_EQ(test.p, 1);
  EXPECT_EQ(test.p_f, 1);
  EXPECT_EQ(test.mean_ranks, (std::vector<double>{2, 2, 2}));
  EXPECT_EQ(friedman(Rows(4, {1})).p_f, 1);
}

TEST(Friedman, IsSureWhereEveryRowRanksAlike) {
  const Friedman test = friedman(Rows(4, {1, 2, 3}));
  EXPECT_DOUBLE_EQ(test.chi_squared, 8);
  EXPECT_TRUE(std::isinf(test.f));
  EXPECT_EQ(test.p_f, 0);
}

TEST(Friedman, IsSureOfNothingFromOneRow) {
  EXPECT_EQ(friedman(Rows(1, {1, 2, 3})).p_f, 1);
}

// To four decimals, from the quantiles of the studentized range.
TEST(Nemenyi, HasTheQuantilesOfItsTable) {
  const std::vector<double> q05 = {1.9600, 2.3437, 2.5690, 2.7278, 2.8497, 2.9483, 3.0309,
                                   3.1017, 3.1637, 3.2187, 3.2680, 3.3127, 3.3536, 3.3912,
                                   3.4260, 3.4584, 3.4887, 3.5171, 3.5438};
  for (std::size_t k = 2; k < 2 + q05.size(); ++k) {
    const auto methods = static_cast<double>(k);
    const double scale = std::sqrt(methods * (methods + 1) / (6 * 10.0));
    EXPECT_NEAR(critical_difference(k, 10) / scale, q05[k - 2], 5.1e-5) << k;
  }
  EXPECT_EQ(critical_difference(1, 10), 0);
}

TEST(RankGroups, AreMaximalRunsInTheOrderOfRank) {
  using Groups = std::vector<std::vector<std::size_t>>;
  EXPECT_EQ(rank_groups(std::vector{3.0, 1.0, 2.0}, 1.5), (Groups{{1, 2}, {2, 0}}));
  EXPECT_EQ(rank_groups(std::vector{1.0, 1.2, 1.4, 4.0}, 1), (Groups{{0, 1, 2}, {3}}));
  EXPECT_EQ(rank_groups(std::vector{1.0, 2.0}, 1), (Groups{{0}, {1}}));  // CD itself differs
  EXPECT_EQ(rank_groups(std::vector{2.0, 2.0}, 0.5), (Groups{{0, 1}}));
}

}  // namespace sweep::friedman_test
