#include "bench/plan/plan_grid.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::plan_grid_test {

using Texts = std::vector<std::string>;

TEST(PlanGrid, CrossesSearchersSchedulersRunsAndWorkers) {
  const PlanGrid grid{{"random", "bayes"}, {"none", "asha?eta=4"}, {10, 20}, {1, 4}};
  const std::vector<PlanChoice> choices = choices_of(grid);
  ASSERT_EQ(choices.size(), 16U);
  EXPECT_EQ(choices[0].text(), "random, 10 runs on 1 worker");
  EXPECT_EQ(choices[1].method(), "random+asha?eta=4");
  EXPECT_EQ(choices[15].text(), "bayes+asha?eta=4, 20 runs on 4 workers");
}

TEST(PlanGrid, HasEachChoiceOnce) {
  EXPECT_EQ(choices_of({{"random", "random"}, {"none"}, {10, 10}, {1}}).size(), 1U);
}

TEST(CrossedSchedulers, GiveEachOptionToThoseThatHaveIt) {
  EXPECT_EQ(crossed_schedulers({"none", "asha", "median"}, {"2", "3"}, {"1"}),
            (Texts{"none", "asha?eta=2&min_step=1", "asha?eta=3&min_step=1", "median"}));
  EXPECT_EQ(crossed_schedulers({"wandb-hyperband"}, {}, {"1", "3"}),
            (Texts{"wandb-hyperband?min_iter=1", "wandb-hyperband?min_iter=3"}));
}

TEST(CrossedSchedulers, LeaveWhatIsGiven) {
  EXPECT_EQ(crossed_schedulers({"asha?eta=4", "asha?eta=4"}, {"2", "3"}, {}),
            (Texts{"asha?eta=4"}));
  EXPECT_EQ(crossed_schedulers({"wandb-hyperband?max_iter=27"}, {}, {"1", "3"}),
            (Texts{"wandb-hyperband?max_iter=27"}));
}

TEST(CrossedSchedulers, RefuseWhatThereIsNot) {
  EXPECT_THROW(static_cast<void>(crossed_schedulers({"ashe"}, {}, {})), SpecError);
  EXPECT_THROW(static_cast<void>(crossed_schedulers({"asha?eat=2"}, {}, {})), SpecError);
  EXPECT_THROW(static_cast<void>(crossed_schedulers({"asha"}, {"0"}, {})), SpecError);
  EXPECT_THROW(static_cast<void>(crossed_schedulers({"none", "median"}, {"2"}, {})), SpecError);
  EXPECT_THROW(static_cast<void>(crossed_schedulers({"none"}, {}, {"1"})), SpecError);
}

}  // namespace sweep::plan_grid_test
