#include "algorithms/tuner/budget.hpp"

#include <gtest/gtest.h>

namespace sweep::budget_test {

TEST(Budget, CountsTrials) {
  Budget budget(BudgetUnit::trials, 2, 10);
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(budget.is_open());
    budget.begin_trial();
    budget.take_steps(10);
    budget.give_back(9);
  }
  EXPECT_FALSE(budget.is_open());
}

TEST(Budget, CountsStepsAndTakesBackWhatIsSpared) {
  Budget budget(BudgetUnit::steps, 2, 10);
  budget.begin_trial();
  budget.take_steps(10);
  budget.take_steps(10);
  EXPECT_FALSE(budget.is_open());
  budget.give_back(4);
  EXPECT_TRUE(budget.is_open());
  budget.take_steps(4);
  EXPECT_FALSE(budget.is_open());
}

TEST(Budget, LetsTheLastJobEndAndRemembersWhatItOwes) {
  Budget budget(BudgetUnit::steps, 1, 5);
  budget.take_steps(3);
  budget.take_steps(5);  // three too many
  budget.give_back(3);
  EXPECT_FALSE(budget.is_open());
  budget.give_back(1);
  EXPECT_TRUE(budget.is_open());
}

}  // namespace sweep::budget_test
