#include "bench/results/summary.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace sweep::summary_test {

CellResult cell(const char* method, const char* objective, std::uint64_t seed, double best) {
  CellResult result;
  result.cell = {method, objective, seed};
  result.trials = 25;
  result.failed = 1;
  result.duplicates = 2;
  result.fallbacks = 1;
  result.best_loss = best;
  result.incumbent_loss = best + 0.5;  // the observed one was lucky
  result.optimum = 1;
  result.timing.searcher_seconds = 0.5;
  result.timing.suggest.add(32000, 25);
  return result;
}

TEST(Summary, HasOneRowPerMethodAndObjectiveInOrderOfAppearance) {
  const std::vector<CellResult> results = {cell("tpe", "b", 0, 1), cell("bayes", "b", 0, 1),
                                           cell("tpe", "a", 0, 1), cell("tpe", "b", 1, 1)};
  const std::vector<SummaryRow> rows = summarise(results);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].method + rows[1].method + rows[2].method, "tpebayestpe");
  EXPECT_EQ(rows[0].objective + rows[1].objective + rows[2].objective, "bba");
  EXPECT_EQ(rows[0].cells, 2U);
  EXPECT_TRUE(summarise({}).empty());
}

TEST(Summary, AddsCountsAndTakesMedians) {
  std::vector<CellResult> results;
  for (int i = 0; i < 7; ++i) results.push_back(cell("tpe", "a", std::uint64_t(i), 2 + i));
  results[3].exhausted = true;
  const SummaryRow row = summarise(results).front();
  EXPECT_EQ(row.trials, 175U);
  EXPECT_EQ(row.failed, 7U);
  EXPECT_EQ(row.exhausted, 1U);
  EXPECT_EQ(row.duplicates, 14U);
  EXPECT_EQ(row.fallbacks, 7U);
  EXPECT_EQ(row.searcher_seconds, 3.5);
  EXPECT_EQ(row.best.value, 5);
  EXPECT_EQ(row.best.lo, 2);
  EXPECT_EQ(row.best.hi, 8);
  ASSERT_TRUE(row.regret);
  EXPECT_EQ(row.regret->value, 4.5);
  constexpr double kBucketWidth = 1.0 / 32;
  EXPECT_NEAR(row.suggest_p50_us.value() / 32, 1, kBucketWidth);
  EXPECT_NEAR(row.suggest_p99_us.value() / 32, 1, kBucketWidth);
}

TEST(Summary, SaysNothingOfWhatIsNotKnown) {
  CellResult unknown = cell("tpe", "a", 0, std::numeric_limits<double>::quiet_NaN());
  unknown.optimum.reset();
  unknown.duplicates.reset();
  unknown.timing = {};
  const std::vector<CellResult> results = {cell("tpe", "a", 1, 1), unknown};
  const SummaryRow row = summarise(results).front();
  EXPECT_FALSE(row.regret);
  EXPECT_FALSE(row.duplicates);
  EXPECT_TRUE(row.suggest_p50_us);
  EXPECT_FALSE(summarise(std::span(&unknown, 1)).front().suggest_p50_us);
  EXPECT_EQ(row.best.value, std::numeric_limits<double>::infinity());
}

TEST(Summary, AddsWhatCellsUsedOfTheirClusters) {
  std::vector<CellResult> results(2, cell("asha", "a", 0, 1));
  results[0].use = {10, 30, 25, 100, 3, 1};
  results[1].use = {20, 50, 15, 100, 4, 2};
  const ClusterSummary cluster = summarise(results).front().cluster.value();
  EXPECT_EQ(cluster.seconds, 15);
  EXPECT_EQ(cluster.worker_seconds, 80);
  EXPECT_EQ(cluster.stopped, 7U);
  EXPECT_EQ(cluster.saved, 0.8);  // 40 steps in place of 200
  EXPECT_EQ(cluster.best_stopped, 1.5);
}

TEST(Summary, CountsDistinctOutcomesOfAllMethodsOnAnObjective) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<CellResult> results = {cell("tpe", "a", 0, 1),     cell("tpe", "a", 1, 2),
                                           cell("random", "a", 0, 1),  cell("random", "a", 1, 1),
                                           cell("random", "b", 0, 3),  cell("random", "b", 1, nan),
                                           cell("random", "b", 2, nan)};
  const std::vector<SummaryRow> rows = summarise(results);
  ASSERT_EQ(rows.size(), 3U);
  for (const std::size_t i : {0U, 1U}) {
    EXPECT_EQ(rows[i].variety.cells, 4U);
    EXPECT_EQ(rows[i].variety.distinct, 2U);
  }
  EXPECT_EQ(rows[2].variety.cells, 3U);
  EXPECT_EQ(rows[2].variety.distinct, 2U);
}

TEST(Summary, HasNoTimeToATargetThatAMethodNeverReaches) {
  CellResult good = cell("asha", "a", 0, 1);
  good.trajectory = {{3, 2}, {5, 1}};
  const CellResult bad = cell("sha", "a", 0, std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(summarise(std::span(&good, 1)).front().cluster.value().target_seconds, 5);
  const std::vector<CellResult> both = {good, bad};
  for (const SummaryRow& row : summarise(both)) {
    EXPECT_EQ(row.cluster.value().target_seconds, std::numeric_limits<double>::infinity());
  }
}

}  // namespace sweep::summary_test
