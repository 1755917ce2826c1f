#include "bench/results/views/losses_at_equal_time.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "tests/bench/results/views/compared.hpp"

namespace sweep::losses_at_equal_time_test {

/// A fast method that ends at a loss of 2 and one that takes a second a point and ends at 1; both
/// have 10 evaluations.
CellSet fast_and_slow() {
  CellSet set = compared_set({compared_cell("fast", "o", 1, {{{1, 9}, {10, 2}}, 10}),
                              compared_cell("slow", "o", 1, {{{1, 9}, {9, 1}}, 10})},
                             "o");
  set.cells[1].timing.searcher_seconds = 10;
  return set;
}

TEST(LossesAtEqualTime, GivesASlowMethodFewerEvaluationsWhereTheyAreCheap) {
  const CellSet set = fast_and_slow();
  const CellsSideBySide comparison = compared_cells(set);
  const double never = std::numeric_limits<double>::infinity();
  EXPECT_EQ(losses_at_equal_time(comparison, 0.01).at(0).at(0), (LossRow{2, never}));
  EXPECT_EQ(losses_at_equal_time(comparison, 0.5).at(0).at(0), (LossRow{2, 9}));
  EXPECT_EQ(losses_at_equal_time(comparison, 1e4).at(0).at(0), (LossRow{2, 1}));
}

TEST(LossesAtEqualTime, GivesTheFirstToEndAllOfItsEvaluations) {
  const CellSet set = fast_and_slow();
  const CellsSideBySide comparison = compared_cells(set);
  for (const double cost : evaluation_costs()) {
    EXPECT_EQ(losses_at_equal_time(comparison, cost).at(0).at(0).at(0), 2) << cost;
  }
}

TEST(EvaluationCosts, RiseFromAMicrosecondToAnHour) {
  const std::vector<double> costs = evaluation_costs();
  EXPECT_TRUE(std::is_sorted(costs.begin(), costs.end()));
  EXPECT_EQ(costs.front(), 1e-6);
  EXPECT_EQ(costs.back(), 3600);
}

TEST(SearcherSeconds, AreNoneWithoutAnEvaluation) {
  KeyedCell cell;
  cell.timing.searcher_seconds = 3;
  EXPECT_EQ(searcher_seconds_per_evaluation(cell), 0);
  cell.trials = 6;
  EXPECT_EQ(searcher_seconds_per_evaluation(cell), 0.5);
}

}  // namespace sweep::losses_at_equal_time_test
