#include "algorithms/search/bayes/curve_losses.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/space/real_limits.hpp"

namespace sweep::curve_losses_test {

Trial paused(TrialId id, std::vector<Observation> curve) {
  return {id, {}, TrialState::running, std::move(curve)};
}

Trial completed(TrialId id, std::vector<Observation> curve) {
  return {id, {}, TrialState::completed, std::move(curve)};
}

TEST(CurveLosses, IsTheLowestFiniteLoss) {
  const struct {
    const char* name;
    Trial trial;
    double loss;
  } cases[] = {
      {"Completed", completed(0, {{1, 4}, {2, 3}, {3, 5}}), 3},
      {"Stopped", {0, {}, TrialState::stopped, {{1, 4}, {2, 3}}}, 3},
      {"Paused", paused(0, {{1, 4}}), 4},
      {"Infinite", completed(0, {{1, kInfinity}, {2, 7}, {3, -kInfinity}}), 7},
      {"Failed", {0, {}, TrialState::failed, {{1, 4}, {2, kNaN}}}, kNaN},
      {"NothingYet", paused(0, {}), kNaN},
      {"NothingFinite", paused(0, {{1, kInfinity}}), kNaN},
  };
  for (const auto& one : cases) {
    CurveLosses losses;
    losses.record(one.trial);
    const double loss = losses.loss(0);
    EXPECT_TRUE(loss == one.loss || (std::isnan(loss) && std::isnan(one.loss))) << one.name;
  }
}

TEST(CurveLosses, LeadsOnByTheChangesOfTwo) {
  CurveLosses losses;
  losses.record(paused(0, {{1, 10}}));
  EXPECT_EQ(losses.loss(0), 10);
  EXPECT_TRUE(losses.are_unequal());
  losses.record(paused(1, {{1, 8}, {3, 6}}));
  EXPECT_EQ(losses.loss(0), 10 - 2);
  losses.record(paused(2, {{1, 9}, {2, 8.5}, {3, 7}, {9, 6.5}}));
  EXPECT_EQ(losses.loss(0), 10 - 2 + 6.5 - 7);
  EXPECT_EQ(losses.loss(1), 6.5);  // not 5.5, which nobody has reached
  EXPECT_EQ(losses.loss(2), 6.5);
}

// What is a difference of 2 after step 1 is one of 1 after step 3.
TEST(CurveLosses, LeadsOnByALineThroughTheChangesOfThree) {
  CurveLosses losses;
  losses.record(paused(0, {{1, 8}, {3, 4}}));
  losses.record(paused(1, {{1, 10}, {3, 5}}));
  losses.record(completed(2, {{1, 12}, {3, 6}}));
  losses.record(paused(3, {{1, 20}}));
  losses.record(paused(4, {{1, 7}}));
  EXPECT_DOUBLE_EQ(losses.loss(3), 10);
  EXPECT_DOUBLE_EQ(losses.loss(4), 4);
  EXPECT_EQ(losses.loss(2), 6);
}

TEST(CurveLosses, LearnsNothingFromStepsThatSayNothing) {
  CurveLosses losses;
  losses.record(completed(0, {{1, 8}, {3, 6}}));
  losses.record(completed(1, {{1, 10}, {3, 5}}));
  losses.record(completed(2, {{1, 12}, {3, 4}}));
  losses.record(paused(3, {{1, 7}}));
  losses.record(paused(4, {{1, 70}}));
  EXPECT_EQ(losses.loss(3), 5);
  EXPECT_EQ(losses.loss(4), 5);
}

TEST(CurveLosses, ForgetsWhatATrialWasBefore) {
  CurveLosses losses;
  losses.record(paused(0, {{1, 5}}));
  losses.record(paused(1, {{1, 7}}));
  losses.record(completed(0, {{1, 5}, {2, 4}}));
  EXPECT_EQ(losses.loss(0), 4);
  EXPECT_EQ(losses.loss(1), 7 - 1);
  losses.record({1, {}, TrialState::failed, {{1, 7}, {2, kNaN}}});
  EXPECT_TRUE(std::isnan(losses.loss(1)));
  EXPECT_FALSE(losses.are_unequal());
}

TEST(CurveLosses, LeavesCompletedTrialsOfAnyLengthAsTheyAre) {
  CurveLosses losses;
  losses.record(completed(0, {{1, 5}}));
  losses.record(completed(1, {{1, 9}, {2, 3}}));
  EXPECT_EQ(losses.loss(0), 5);
  EXPECT_FALSE(losses.are_unequal());
}

}  // namespace sweep::curve_losses_test
