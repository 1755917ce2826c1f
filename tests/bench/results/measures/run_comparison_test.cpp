#include "bench/results/measures/run_comparison.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/space/real_limits.hpp"
#include "bench/results/measures/loss_ratio.hpp"
#include "bench/results/measures/multiple_tests.hpp"
#include "tests/bench/results/measures/descents.hpp"

namespace sweep::run_comparison_test {

TEST(RunScores, PutSuccessesInTimeBeforeAllOthers) {
  const std::vector<Descent> first = {{{{10, 1e-9}}, 10}, {{{1, 5}, {40, 4}, {60, 3}}, 100}};
  const std::vector<Descent> second = {{{{1, 7}, {70, 1e-9}}, 70}, {{{1, 2}, {59, 1}}, 60}};
  const RunScores scores = run_scores(first, second, 1e-8);
  EXPECT_EQ(scores.first, (std::vector<double>{0.1, -3}));  // the 60th evaluation counts
  EXPECT_EQ(scores.second, (std::vector<double>{-7, -1}));  // the first one was too late
}

// Where all budgets are equal, the scores are the final precisions: who improves in the very last
// evaluation has improved.
TEST(RunScores, AreOfTheFinalPrecisionsIfBudgetsAreEqual) {
  const std::vector<Descent> first = {{{{1, 5}, {40, 2}}, 40}, {{{3, 4}}, 40}};
  const std::vector<Descent> second = {{{{1, 6}, {39, 3}}, 40}, {{}, 40}};
  const RunScores scores = run_scores(first, second, 1e-8);
  EXPECT_EQ(scores.first, (std::vector<double>{-2, -4}));
  EXPECT_EQ(scores.second, (std::vector<double>{-3, -kInfinity}));
}

// cocopp says p = 1 here.
TEST(RunComparison, IsTheRankSumTestWhereNobodyReachedTheTarget) {
  std::vector<Descent> first;
  std::vector<Descent> second;
  for (int i = 1; i <= 15; ++i) {
    first.push_back({{{40, 1.0 * i}}, 40});
    second.push_back({{{40, 10.0 + i}}, 40});
  }
  const RankSum result = compare_runs(first, second, 1e-8);
  // Five of each are tied: R = 332.5, against 232.5 on average.
  EXPECT_NEAR(result.z, 100 / std::sqrt(15 * 15 * 31 / 12.0), 1e-12);
  EXPECT_LT(result.p, 1e-4);
}

TEST(RunScores, AreOfRunLengthsIfAllRunsSucceeded) {
  const std::vector<Descent> first = {{{{10, 0}}, 99}};
  const std::vector<Descent> second = {{{{50, 0}}, 50}};
  const RunScores scores = run_scores(first, second, 1e-8);
  EXPECT_EQ(scores.first, std::vector<double>{0.1});
  EXPECT_EQ(scores.second, std::vector<double>{0.02});
}

TEST(RunComparison, IsTheOppositeForTheOtherOrder) {
  const std::vector<Descent> first = some_descents(15, 1);
  const std::vector<Descent> second = stretched(some_descents(15, 2), 3);
  const RankSum there = compare_runs(first, second, 1e-5);
  const RankSum back = compare_runs(second, first, 1e-5);
  EXPECT_GT(there.z, 2);
  EXPECT_EQ(there.z, -back.z);
  EXPECT_EQ(there.p, back.p);
  EXPECT_LT(there.p, 0.05);
}

TEST(RunComparison, SaysNothingOfRunsThatAreTheSame) {
  const std::vector<Descent> runs = some_descents(15, 1);
  const RankSum result = compare_runs(runs, runs, 1e-5);
  EXPECT_EQ(result.z, 0);
  EXPECT_EQ(result.p, 1);
}

// Most runs of the first are a little quicker, but its few failures cost it dearly: the ranks are
// for it, ERT is not.
TEST(RunComparison, IsDiscardedIfErtSaysOtherwise) {
  std::vector<Descent> first(15, Descent{{{10, 0}}, 10});
  std::vector<Descent> second(15, Descent{{{20, 0}}, 20});
  first[0] = {{{1, 5}}, 100'000};
  const RankSum result = compare_runs(first, second, 1e-8);
  EXPECT_GT(result.z, 3);
  EXPECT_EQ(result.p, 1);
}

TEST(RankSumTest, TakesMidRanksForTies) {
  const RankSum result = rank_sum_test(std::vector<double>{2, 2}, std::vector<double>{1, 2});
  // Ranks 3, 3 of 1, 3, 3, 3: R = 6 against 5, by sqrt(2*2*5/12).
  EXPECT_NEAR(result.z, 1 / std::sqrt(5.0 / 3), 1e-15);
}

struct CorrectionRow {
  const char* name;
  std::vector<double> p;
  std::vector<double> bonferroni;
  std::vector<double> holm;
};

TEST(MultipleTests, AreCorrectedForTheirNumber) {
  const std::vector<CorrectionRow> rows = {
      {"none", {}, {}, {}},
      {"one", {0.25}, {0.25}, {0.25}},
      {"unsorted", {0.25, 0.0625, 0.5}, {0.75, 0.1875, 1}, {0.5, 0.1875, 0.5}},
      {"never falling", {0.25, 0.265625}, {0.5, 0.53125}, {0.5, 0.5}},
      {"ties", {0.5, 0.5, 0.5}, {1, 1, 1}, {1, 1, 1}},
  };
  for (const CorrectionRow& row : rows) {
    EXPECT_EQ(bonferroni(row.p), row.bonferroni) << row.name;
    EXPECT_EQ(holm(row.p), row.holm) << row.name;
  }
}

struct LossRow {
  const char* name;
  double budget;
  std::optional<double> ratio;
};

TEST(LossRatio, ComparesAtTheHardestTargetWithinTheBudget) {
  const std::vector<double> method = {10, 100, 1000, kInfinity};
  const std::vector<double> reference = {5, 20, 200, 2000};
  const std::vector<LossRow> rows = {
      {"before the first target", 9, std::nullopt},
      {"the reference is still at it", 10, 2},
      {"the reference is at the next one", 50, 10},
      {"the second target", 100, 5},
      {"the third", 1000, 5},
      {"the reference at the end", 2000, 10},
  };
  for (const LossRow& row : rows) {
    EXPECT_EQ(loss_ratio(method, reference, row.budget), row.ratio) << row.name;
  }
  EXPECT_EQ(loss_ratio(reference, reference, 200), 1);
}

}  // namespace sweep::run_comparison_test
