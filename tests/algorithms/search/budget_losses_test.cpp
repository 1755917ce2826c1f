#include "algorithms/search/budget_losses.hpp"

#include <gtest/gtest.h>

#include "algorithms/space/real_limits.hpp"

namespace sweep::budget_losses_test {

using Rows = std::vector<std::size_t>;

Trial trial(TrialId id, std::vector<Observation> curve, TrialState state = TrialState::running) {
  return {id, {{0.0}}, state, std::move(curve)};
}

TEST(BudgetLosses, RankAtTheFurthestStepThatEnoughHaveReached) {
  BudgetLosses losses;
  losses.record(trial(0, {{1, 5}, {3, 1}}), 0);
  losses.record(trial(1, {{1, 4}, {3, 2}}), 1);
  losses.record(trial(2, {{1, 3}}), 2);
  EXPECT_EQ(losses.step_of(1), 3);
  EXPECT_EQ(losses.ranking(2).rows, Rows({0, 1}));
  EXPECT_EQ(losses.step_of(3), 1);
  EXPECT_EQ(losses.ranking(3).rows, Rows({2, 1, 0}));
  EXPECT_EQ(losses.step_of(4), 0);
  EXPECT_TRUE(losses.ranking(4).rows.empty());
}

TEST(BudgetLosses, TakeTheLastWordAboutATrial) {
  BudgetLosses losses;
  losses.record(trial(0, {{1, 5}}), 0);
  losses.record(trial(1, {{1, 6}}), 1);
  losses.record(trial(0, {{1, 5}, {9, 7}}, TrialState::completed), 0);
  EXPECT_EQ(losses.step_of(1), 9);
  EXPECT_EQ(losses.step_of(2), 1);
  EXPECT_EQ(losses.ranking(2).rows, Rows({0, 1})) << "by the losses of step 1";
}

TEST(BudgetLosses, PutFailedTrialsLastAtEveryStep) {
  BudgetLosses losses;
  losses.record(trial(0, {{1, -9}, {2, kNaN}}, TrialState::failed), 0);
  losses.record(trial(1, {{5, kInfinity}}), 1);
  losses.record(trial(2, {{5, 0}}), 2);
  losses.record(trial(3, {}), 3);
  const BudgetLosses::Ranking ranking = losses.ranking(2);
  EXPECT_EQ(ranking.failed, 1u);
  EXPECT_EQ(ranking.rows.front(), 2u);
  EXPECT_EQ(ranking.rows.size(), 3u) << "nobody knows about the one that is silent";
  EXPECT_EQ(losses.step_of(3), 0) << "a failed one has reached nothing";
}

TEST(BudgetLosses, OfEqualLossesTheFirstTrialIsFirst) {
  BudgetLosses losses;
  losses.record(trial(7, {{1, 2}}), 0);
  losses.record(trial(3, {{1, 2}}), 1);
  EXPECT_EQ(losses.ranking(2).rows, Rows({1, 0}));
}

}  // namespace sweep::budget_losses_test
