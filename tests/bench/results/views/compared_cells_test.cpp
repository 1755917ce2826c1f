#include "bench/results/views/compared_cells.hpp"

#include <gtest/gtest.h>

#include "tests/bench/results/views/compared.hpp"

namespace sweep::compared_cells_test {

using Words = std::vector<std::string>;

TEST(ComparedCells, AreTheSeedsThatEveryMethodHas) {
  const CellSet set = compared_set(
      {compared_cell("a", "o", 1, {{{1, 5}}, 4}), compared_cell("a", "o", 2, {{{1, 5}}, 4}),
       compared_cell("b", "o", 2, {{{1, 4}}, 4})},
      "o");
  const CellsSideBySide comparison = compared_cells(set, Axis::evaluations);
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
  const CellsSideBySide comparison = compared_cells(set, Axis::evaluations);
  EXPECT_TRUE(comparison.problems.empty());
  EXPECT_EQ(comparison.left_out, 2U);
}

TEST(ComparedCells, NameAProblemByItsFunctionOrItsObjective) {
  KeyedCell cell = compared_cell("a", "bbob/f1", 1, {{{1, 5}}, 4});
  cell.key.function = "bbob/f1";
  cell.key.dimension = 3;
  ObjectiveInfo objective;
  EXPECT_EQ(problem_name(cell, objective), "bbob/f1");
  objective.family = "bbob";
  EXPECT_EQ(problem_name(cell, objective), "bbob/f1, 3-D");
}

}  // namespace sweep::compared_cells_test
