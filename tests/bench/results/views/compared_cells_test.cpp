#include "bench/results/views/compared_cells.hpp"

#include <gtest/gtest.h>

#include "bench/results/views/method_ranks.hpp"
#include "tests/bench/results/views/compared.hpp"

namespace sweep::compared_cells_test {

using Words = std::vector<std::string>;

TEST(ComparedCells, AreTheSeedsThatEveryMethodHas) {
  const CellSet set = compared_set(
      {compared_cell("a", "o", 1, {{{1, 5}}, 4}), compared_cell("a", "o", 2, {{{1, 5}}, 4}),
       compared_cell("b", "o", 2, {{{1, 4}}, 4})},
      "o");
  const CellsSideBySide comparison = compared_cells(set);
  EXPECT_EQ(comparison.methods, (Words{"a", "b"}));
  ASSERT_EQ(comparison.problems.size(), 1U);
  ASSERT_EQ(comparison.problems[0].rows.size(), 1U);
  EXPECT_EQ(comparison.problems[0].rows[0].of_method[0]->key.seed, 2U);
  EXPECT_EQ(comparison.problems[0].rows[0].of_method[1]->key.method, "b");
  EXPECT_EQ(comparison.rows, 1U);
  EXPECT_EQ(comparison.left_out, 1U);
}

TEST(ComparedCells, LeaveOutCellsWhoseLossesAreNotKnown) {
  CellSet set = compared_set(
      {compared_cell("a", "o", 1, {{{1, 5}}, 4}), compared_cell("b", "o", 1, {{{1, 4}}, 4})}, "o");
  set.cells[1].descents.reset();
  const CellsSideBySide comparison = compared_cells(set);
  EXPECT_TRUE(comparison.problems.empty());
  EXPECT_EQ(comparison.left_out, 2U);
}

TEST(ComparedCells, AreComparedByStepsWhereTrialsWereStopped) {
  CellSet set = compared_set(
      {compared_cell("a", "o", 1, {{{1, 5}}, 4}), compared_cell("b", "o", 1, {{{1, 4}}, 4})}, "o");
  EXPECT_EQ(compared_cells(set).axis, Axis::evaluations);
  set.cells[0].use.stopped = 3;
  EXPECT_EQ(compared_cells(set).axis, Axis::steps);
}

TEST(FinalLosses, AreThoseAtTheLengthThatAllCellsReached) {
  const CellSet set = compared_set({compared_cell("a", "o", 1, {{{1, 5}, {8, 1}}, 9}),
                                    compared_cell("b", "o", 1, {{{1, 4}}, 6})},
                                   "o");
  const auto losses = final_losses(compared_cells(set));
  EXPECT_EQ(losses.at(0).at(0), (LossRow{5, 4}));
}

}  // namespace sweep::compared_cells_test
