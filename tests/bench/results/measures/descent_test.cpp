#include "bench/results/measures/descent.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "bench/results/measures/data_set.hpp"

namespace sweep::descent_test {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

Record record(TrialId trial, double loss, TrialState state = TrialState::completed) {
  return {trial, 1, loss, state, 0};
}

CellResult cell(std::vector<Record> records) {
  CellResult result;
  result.trials = 10;
  result.optimum = 1;
  result.records = std::move(records);
  return result;
}

TEST(Descent, CountsEveryTrialAsAnEvaluation) {
  const Descent run = descent_of(
      cell({record(0, kNan, TrialState::failed), record(1, 5), record(2, 6), record(4, 3)}), 1);
  EXPECT_EQ(run.evaluations, 10U);
  EXPECT_EQ(run.drops, (std::vector<Drop>{{2, 4}, {5, 2}}));
}

TEST(Descent, TakesTheLastStepOfTrialsThatRanToTheirEnd) {
  std::vector<Record> records = {record(0, 2), record(0, 7), record(1, 4, TrialState::stopped)};
  records[1].step = 2;
  EXPECT_EQ(descent_of(cell(std::move(records)), 1).drops, (std::vector<Drop>{{1, 6}}));
}

TEST(Descent, KeepsTheEvaluationOfABetterLossThatWasKnownBefore) {
  const Descent run = descent_of(cell({record(6, 5), record(4, 3), record(8, 2)}), 1);
  EXPECT_EQ(run.drops, (std::vector<Drop>{{7, 2}, {9, 1}}));
}

TEST(Descent, TakesTheLowestLossWithoutNoiseWhateverWasObserved) {
  const std::vector<double> exact = {5, 4, 6, 1.5};
  const CellResult noisy = cell({record(0, 8), record(1, 9.5), record(2, 7), record(3, 9)});
  const Descent run = descent_of(noisy, 1, [&](std::size_t i) { return exact[i]; });
  EXPECT_EQ(run.drops, (std::vector<Drop>{{1, 4}, {2, 3}, {4, 0.5}}));
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

DataSet data_set(const char* function, int dimension, std::uint64_t evaluations) {
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
  EXPECT_EQ(budgets_per_dimension(sets), (std::vector<double>{1, 2, 5, 10, 20}));
  EXPECT_EQ(budgets_per_dimension({&sets[1], 1}).back(), 20);
  EXPECT_EQ(largest_budget(sets), 100U);
}

}  // namespace sweep::descent_test
