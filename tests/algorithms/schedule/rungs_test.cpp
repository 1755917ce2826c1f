#include "algorithms/schedule/rungs.hpp"

#include <gtest/gtest.h>

#include "algorithms/schedule/hyperband.hpp"

namespace sweep::rungs_test {

std::vector<BracketPlan> bracket_table(int max_step, double eta) {
  return Hyperband({max_step}, {.eta = eta}).brackets();
}

TEST(Rungs, CountPowersExactly) {
  EXPECT_EQ(powers_between(1, 81, 3), 4);
  EXPECT_EQ(powers_between(1, 80, 3), 3);
  EXPECT_EQ(powers_between(1, 1000, 10), 3);  // log(1000)/log(10) is 2.9999999999999996
  EXPECT_EQ(powers_between(1, 243, 3), 5);    // so is log(243)/log(3) short of 5
  EXPECT_EQ(powers_between(1, 1, 3), 0);
  EXPECT_EQ(powers_between(5, 3, 2), 0);
}

TEST(Rungs, OfAshaEndAtTheLengthOfATrial) {
  EXPECT_EQ(rung_steps(81, 1, 3, 0), (std::vector{1, 3, 9, 27, 81}));
  EXPECT_EQ(rung_steps(100, 1, 3, 0), (std::vector{1, 3, 9, 27, 100}));
  EXPECT_EQ(rung_steps(81, 2, 3, 1), (std::vector{6, 18, 81}));
  EXPECT_EQ(rung_steps(81, 1, 3, 4), (std::vector{81}));
  EXPECT_EQ(rung_steps(1, 1, 3, 0), (std::vector{1}));
  EXPECT_EQ(rung_steps(5, 9, 3, 0), (std::vector{5}));
  EXPECT_EQ(rung_steps(4, 1, 1.01, 0), (std::vector{1, 2, 3, 4}));
}

// Table 1 of Li et al. 2018.
TEST(Rungs, OfHyperbandEqualThePapersTable) {
  const std::vector<BracketPlan> expected = {
      {{81, 1}, {27, 3}, {9, 9}, {3, 27}, {1, 81}},
      {{34, 3}, {11, 9}, {3, 27}, {1, 81}},
      {{15, 9}, {5, 27}, {1, 81}},
      {{8, 27}, {2, 81}},
      {{5, 81}},
  };
  EXPECT_EQ(bracket_table(81, 3), expected);
}

TEST(Rungs, OfHyperbandRoundDownBetweenPowers) {
  const std::vector<BracketPlan> expected = {
      {{9, 1}, {3, 3}, {1, 10}}, {{5, 3}, {1, 10}}, {{3, 10}}};
  EXPECT_EQ(bracket_table(10, 3), expected);
  EXPECT_EQ(bracket_table(1, 3), (std::vector<BracketPlan>{{{1, 1}}}));
}

TEST(Rungs, OfTheSameStepAreOne) {
  for (const BracketPlan& plan : bracket_table(9, 1.01)) {
    EXPECT_LE(plan.size(), 9u);
    EXPECT_EQ(plan.back().step, 9);
    for (std::size_t i = 1; i < plan.size(); ++i) {
      EXPECT_GT(plan[i].step, plan[i - 1].step);
      EXPECT_LE(plan[i].trials, plan[i - 1].trials);
      EXPECT_GE(plan[i].trials, 1u);
    }
  }
}

}  // namespace sweep::rungs_test
