#include "algorithms/schedule/reach.hpp"

#include <gtest/gtest.h>

namespace sweep::reach_test {

std::string reach(const char* scheduler, int max_step) {
  return out_of_reach(parse_named_options(scheduler, "scheduler"), max_step);
}

TEST(OutOfReach, NamesWhatKeepsASchedulerFromLooking) {
  const struct {
    const char* scheduler;
    int max_step;
    const char* expected;
  } rows[] = {
      {"wandb-hyperband?min_iter=9", 9, "its first band is at step 9"},
      {"wandb-hyperband?min_iter=9", 10, ""},
      {"wandb-hyperband?max_iter=81&s=2&eta=3", 9, "its first band is at step 9"},
      {"wandb-hyperband?max_iter=81&s=3&eta=3", 9, ""},
      {"wandb-hyperband", 1, ""},
      {"asha?min_step=27", 27, "min_step is 27"},
      {"asha?min_step=27", 28, ""},
      {"asha", 2, ""},
      {"sha?min_step=5", 4, "min_step is 5"},
      {"median?n_warmup_steps=100", 50, "n_warmup_steps is 100"},
      {"percentile?n_warmup_steps=100", 101, ""},
      {"threshold?n_warmup_steps=3&upper=1", 3, "n_warmup_steps is 3"},
      {"patience?patience=8", 8, "patience is 8"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(reach(row.scheduler, row.max_step), row.expected) << row.scheduler;
  }
}

TEST(UnusedOptions, AreThoseThatOthersWinOver) {
  const auto unused = [](const char* scheduler) {
    return unused_options(parse_named_options(scheduler, "scheduler"));
  };
  EXPECT_EQ(unused("wandb-hyperband?min_iter=2&max_iter=9"), "min_iter is ignored beside max_iter");
  EXPECT_EQ(unused("wandb-hyperband?min_iter=2&s=3"), "s is ignored without max_iter");
  for (const char* fine : {"wandb-hyperband?min_iter=2", "wandb-hyperband?max_iter=9&s=1",
                           "wandb-hyperband?min_iter=0&max_iter=9", "asha?eta=2"}) {
    EXPECT_EQ(unused(fine), "") << fine;
  }
}

}  // namespace sweep::reach_test
