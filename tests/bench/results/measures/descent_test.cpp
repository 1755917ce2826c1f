#include "bench/results/measures/descent.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "bench/results/measures/data_set.hpp"

namespace sweep::descent_test {

TEST(Descent, DropsToWhatIsBetterOnly) {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  Descent descent;
  descent.drop_to(kNan, 1);
  descent.drop_to(5, 2);
  descent.drop_to(5, 3);
  descent.drop_to(kNan, 4);
  descent.drop_to(4, 4);
  EXPECT_EQ(descent.drops, (std::vector<Drop>{{2, 5}, {4, 4}}));
}

TEST(Descent, KeepsThePlaceOfWhatWasKnownBefore) {
  Descent descent;
  descent.drop_to(5, 7);
  descent.drop_to(3, 5);
  descent.drop_to(2, 9.5);
  EXPECT_EQ(descent.drops, (std::vector<Drop>{{7, 3}, {9.5, 2}}));
}

TEST(Descent, AnswersForAnyBudgetAndTarget) {
  const Descent run{{{2, 10}, {5, 1}, {9, 1e-9}}, 20};
  struct Row {
    double evaluations;
    double precision;
  };
  for (const Row& row : {Row{1, INFINITY}, {2, 10}, {4.9, 10}, {5, 1}, {100, 1e-9}}) {
    EXPECT_EQ(precision_after(run, row.evaluations), row.precision) << row.evaluations;
  }
  EXPECT_EQ(hitting_time(run, 11), 2U);
  EXPECT_EQ(hitting_time(run, 10), 2U);
  EXPECT_EQ(hitting_time(run, 9.9), 5U);
  EXPECT_EQ(hitting_time(run, 1e-10), std::nullopt);
  EXPECT_EQ(counted_evaluations(run), 9U);
  EXPECT_EQ(counted_evaluations({{{2, 10}}, 20}), 20U);
  EXPECT_EQ(hitting_time({{}, 20}, 1e300), std::nullopt);
}

DataSet data_set(const char* function, int dimension, double evaluations) {
  return {"random", "", function, function, 0, dimension, {{{{1, 1}}, evaluations}}};
}

TEST(DataSets, ThatAreNeighboursOfOneFunctionAndDimensionAreAProblem) {
  const std::vector<DataSet> sets = {data_set("a", 2, 1), data_set("a", 2, 1), data_set("a", 3, 1),
                                     data_set("b", 3, 1)};
  const std::vector<Problem> problems = problems_of(sets);
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].size(), 2U);
  EXPECT_EQ(problems[2].front().function, "b");
  EXPECT_TRUE(problems_of({}).empty());
}

TEST(DataSets, HaveBudgetsUpToTheFirstThatNoRunExceeds) {
  const std::vector<DataSet> sets = {data_set("a", 2, 30), data_set("a", 5, 100)};
  EXPECT_EQ(budgets_by_unit(sets), (std::vector<double>{1, 2, 5, 10, 20}));
  EXPECT_EQ(budgets_by_unit({&sets[1], 1}).back(), 20);
  EXPECT_EQ(budgets_by_unit(sets, 100).back(), 2000);
  EXPECT_EQ(largest_budget(sets), 100U);
}

TEST(DataSets, OfLossesCountAllEvaluations) {
  DataSet set = data_set("a", 1, 30);
  set.descents = {{{{1, -2}}, 30}};
  EXPECT_EQ(largest_budget({&set, 1}), 1);
  set.targets = fraction_targets({-2}, {});
  EXPECT_EQ(largest_budget({&set, 1}), 30);
}

// Nothing can be reached before the first trial has ended, after 27 steps.
TEST(DataSets, HaveBudgetsFromTheFirstTrialOnAlongStepsAndTime) {
  DataSet set = data_set("a", 3, 400);
  set.descents = {{{{27, 5}, {200, 2}}, 400}, {{}, 400}};
  set.axis = Axis::steps;
  EXPECT_EQ(budgets_by_unit({&set, 1}), (std::vector<double>{20, 50, 100, 200, 500}));
  EXPECT_EQ(set.unit(), 1);
  set.axis = Axis::time;
  set.descents = {{{{0.25, 5}}, 0.5}};
  EXPECT_EQ(budgets_by_unit({&set, 1}), (std::vector<double>{0.2, 0.5}));
  set.descents = {{{}, 0.5}};
  EXPECT_EQ(budgets_by_unit({&set, 1}), (std::vector<double>{1}));
}

TEST(DataSets, TakeAFunctionWithoutAnOptimumForAnotherProblem) {
  std::vector<DataSet> sets = {data_set("a", 2, 1), data_set("a", 2, 1)};
  EXPECT_EQ(problems_of(sets).size(), 1U);
  sets[1].has_optimum = false;
  EXPECT_EQ(problems_of(sets).size(), 2U);
}

}  // namespace sweep::descent_test
