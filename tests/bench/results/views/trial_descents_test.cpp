#include "bench/results/views/trial_descents.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::trial_descents_test {

/// Two cells of method 0, then one of method 1.
TrialSheet three_cells() {
  TrialSheet sheet;
  sheet.methods = {"a", "b"};
  sheet.method = {0, 0, 0, 0, 1, 1};
  sheet.seed = {1, 1, 1, 2, 1, 1};
  sheet.loss = {5, 1, 3, 9, std::nan(""), 4};
  sheet.state = {1, 2, 1, 1, 3, 1};  // the second was stopped, the fifth failed
  return sheet;
}

TEST(TrialDescents, CountEveryTrialAndTheLossesOfThoseThatCameToTheirEnd) {
  const auto by_method = trial_descents(three_cells());
  ASSERT_EQ(by_method.size(), 2U);
  EXPECT_EQ(by_method[0], (std::vector<Descent>{{{{1, 5}, {3, 3}}, 3}, {{{1, 9}}, 1}}));
  EXPECT_EQ(by_method[1], (std::vector<Descent>{{{{2, 4}}, 2}}));
}

TEST(TrialDescents, LeaveOutACellThatMayBeCut) {
  TrialSheet sheet = three_cells();
  sheet.left_out = 7;
  const auto by_method = trial_descents(sheet);
  EXPECT_EQ(by_method[0].size(), 2U);
  EXPECT_TRUE(by_method[1].empty());
}

}  // namespace sweep::trial_descents_test
