#include "bench/results/views/method_ranks.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sweep::method_ranks_test {

using Problems = std::vector<std::vector<LossRow>>;

constexpr double kNever = std::numeric_limits<double>::infinity();

TEST(MethodRanks, ShareTheMiddleRankOfEqualLosses) {
  const MethodRanks ranks = method_ranks(Problems{{{1, 1, 3}, {kNever, 2, kNever}}});
  EXPECT_EQ(ranks.mean[0].value, (1.5 + 2.5) / 2);
  EXPECT_EQ(ranks.mean[1].value, (1.5 + 1) / 2);
  EXPECT_EQ(ranks.mean[2].value, (3 + 2.5) / 2);
  EXPECT_EQ(ranks.best, 1U);
}

TEST(MethodRanks, AreOverProblemsWhereTheseAreEnough) {
  Problems problems(6, {{1, 2}, {2.5, 3}});
  const MethodRanks ranks = method_ranks(problems);
  EXPECT_TRUE(ranks.is_over_problems);
  EXPECT_EQ(ranks.blocks, 6U);
  EXPECT_EQ(ranks.rows, 12U);
  ASSERT_TRUE(ranks.p[1]);
  EXPECT_EQ(*ranks.p[1], 0.03125);  // 2^(1-6)
  EXPECT_FALSE(ranks.p[0]);
}

TEST(MethodRanks, AreOverRowsWhereProblemsCouldNotBeSignificant) {
  // Six problems, three rivals: 3 * 2^(1-6) is above 5 %.
  Problems problems(6, {{1, 2, 3, 4}, {1.5, 2, 3, 4}});
  const MethodRanks ranks = method_ranks(problems);
  EXPECT_FALSE(ranks.is_over_problems);
  EXPECT_EQ(ranks.blocks, 12U);
  for (std::size_t m = 1; m < 4; ++m) EXPECT_LT(*ranks.p[m], kRankLevel);
}

TEST(MethodRanks, CountRowsThatDoNotVaryOnce) {
  const std::vector<LossRow> same(20, LossRow{1, 2});
  const MethodRanks ranks = method_ranks(Problems{same});
  EXPECT_EQ(ranks.rows, 1U);
  EXPECT_EQ(ranks.blocks, 1U);
  EXPECT_EQ(*ranks.p[1], 1);
  EXPECT_FALSE(ranks.mean[0].lo);
}

TEST(MethodRanks, HaveIntervalsThatHoldTheMean) {
  Problems problems;
  for (int i = 0; i < 12; ++i) {
    const double other = i % 3 == 0 ? 0.5 : 2;
    problems.push_back({{1, other}});
  }
  const MethodRanks ranks = method_ranks(problems);
  for (const Estimate& mean : ranks.mean) {
    ASSERT_TRUE(mean.lo && mean.hi);
    EXPECT_LT(*mean.lo, mean.value);
    EXPECT_GT(*mean.hi, mean.value);
  }
}

TEST(MethodRanks, AreTheSameEachTime) {
  const Problems problems = {{{1, 2}, {3, 2}, {5, 6}}};
  EXPECT_EQ(method_ranks(problems).mean[0].lo, method_ranks(problems).mean[0].lo);
  EXPECT_EQ(method_ranks(problems).mean[0].hi, method_ranks(problems).mean[0].hi);
}

}  // namespace sweep::method_ranks_test
