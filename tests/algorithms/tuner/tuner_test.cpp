#include "algorithms/tuner/tuner.hpp"

#include <gtest/gtest.h>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/tuner/given_trials.hpp"

namespace sweep::tuner_test {

TEST(Tuner, KnowsWhichTrialsAreUnderWay) {
  Tuner tuner({GivenTrials(2), make_scheduler("asha", {4}, {{"eta", "2"}}),
               Budget(BudgetUnit::trials, 2, 4), Stream(1), 4});
  EXPECT_FALSE(tuner.is_under_way(0));
  ASSERT_TRUE(std::holds_alternative<Job>(tuner.next()));
  EXPECT_TRUE(tuner.is_under_way(0));
  EXPECT_EQ(tuner.report(0, {1, 9.0}).verdict, Verdict::pause);
  EXPECT_FALSE(tuner.is_under_way(0));
  ASSERT_TRUE(std::holds_alternative<Job>(tuner.next()));
  tuner.ended(1, TrialState::failed);
  EXPECT_FALSE(tuner.is_under_way(1));
}

}  // namespace sweep::tuner_test
