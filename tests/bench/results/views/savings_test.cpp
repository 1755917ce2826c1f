#include "bench/results/views/savings.hpp"

#include <gtest/gtest.h>

#include "tests/bench/results/views/compared.hpp"

namespace sweep::savings_test {

KeyedCell cell_using(const char* method, const char* objective, std::uint64_t seed,
                     std::uint64_t steps, std::uint64_t stopped) {
  KeyedCell cell = compared_cell(method, objective, seed, {{{1, 5}}, 4});
  cell.use.steps = steps;
  cell.use.full_steps = 100;
  cell.use.stopped = stopped;
  cell.use.worker_seconds = 10.0 * static_cast<double>(steps);
  return cell;
}

TEST(Savings, AreStepsThatWereNotTakenAtTheMeanTimeOfAStep) {
  const CellSet set =
      compared_set({cell_using("asha", "o", 1, 40, 3), cell_using("asha", "o", 2, 60, 2),
                    cell_using("random", "o", 1, 100, 0)},
                   "o");
  const std::vector<Savings> all = savings_of(set);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].method, "asha");
  EXPECT_EQ(all[0].problem, "o");
  EXPECT_EQ(all[0].cells, 2U);
  EXPECT_EQ(all[0].stopped, 5U);
  EXPECT_EQ(all[0].steps, 100U);
  EXPECT_EQ(all[0].full_steps, 200U);
  EXPECT_DOUBLE_EQ(all[0].saved_seconds(), 1000);  // 100 steps of 10 s
  EXPECT_DOUBLE_EQ(all[0].share.value, 0.5);
  EXPECT_EQ(all[1].saved_seconds(), 0);
}

TEST(Savings, AreNeverBelowNothing) {
  const Savings all = savings_of(compared_set({cell_using("asha", "o", 1, 130, 3)}, "o")).at(0);
  EXPECT_EQ(all.steps, 130U);
  EXPECT_EQ(all.saved_steps(), 0U);
  EXPECT_EQ(all.saved_seconds(), 0);
  EXPECT_EQ(all.share.value, 0);
}

TEST(Savings, AreOfProblemsOnWhichSomethingWasStopped) {
  CellSet set = compared_set({cell_using("asha", "o", 1, 40, 3), cell_using("asha", "p", 1, 100, 0),
                              cell_using("old", "o", 1, 0, 0)},
                             "o");
  const std::vector<Savings> all = savings_of(set);
  ASSERT_EQ(all.size(), 1U);  // steps of the old one are not known
  EXPECT_EQ(all[0].problem, "o");
  set.cells[0].use.stopped = 0;
  EXPECT_TRUE(savings_of(set).empty());
}

TEST(Savings, HaveAnIntervalFromSixCellsOn) {
  std::vector<KeyedCell> cells;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    cells.push_back(cell_using("asha", "o", seed, 10 * seed, 1));
  }
  const Estimate share = savings_of(compared_set(std::move(cells), "o")).at(0).share;
  EXPECT_EQ(share.n, 6U);
  EXPECT_DOUBLE_EQ(share.value, 0.65);
  EXPECT_DOUBLE_EQ(share.lo.value(), 0.4);
  EXPECT_DOUBLE_EQ(share.hi.value(), 0.9);
}

}  // namespace sweep::savings_test
