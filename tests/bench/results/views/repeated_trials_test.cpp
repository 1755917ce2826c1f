#include "bench/results/views/repeated_trials.hpp"

#include <gtest/gtest.h>

#include "tests/bench/results/views/compared.hpp"

namespace sweep::repeated_trials_test {

KeyedCell cell_repeating(const char* method, std::uint64_t seed,
                         std::optional<std::uint64_t> repeats) {
  KeyedCell cell = compared_cell(method, "o", seed, {{{1, 5}}, 10});
  cell.duplicates = repeats;
  return cell;
}

TEST(RepeatedTrials, AreASharePerMethodWithAnInterval) {
  const CellSet set = compared_set({cell_repeating("grid", 1, 0), cell_repeating("grid", 2, 0),
                                    cell_repeating("tpe", 1, 1), cell_repeating("tpe", 2, 3)},
                                   "o");
  const std::vector<RepeatedTrials> all = repeated_trials(set);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].repeats, 0U);
  EXPECT_EQ(all[0].share.value, 0);
  EXPECT_EQ(all[1].method, "tpe");
  EXPECT_EQ(all[1].trials, 20U);
  EXPECT_EQ(all[1].repeats, 4U);
  EXPECT_DOUBLE_EQ(all[1].share.value, 0.2);
  EXPECT_GE(all[1].share.lo.value(), 0.1);
  EXPECT_LE(all[1].share.hi.value(), 0.3);
}

TEST(RepeatedTrials, LeaveOutCellsOfTooManyPointsToCount) {
  const CellSet set =
      compared_set({cell_repeating("a", 1, std::nullopt), cell_repeating("a", 2, 5)}, "o");
  const std::vector<RepeatedTrials> all = repeated_trials(set);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].share.n, 1U);
  EXPECT_EQ(all[0].trials, 10U);
}

}  // namespace sweep::repeated_trials_test
