#include "bench/results/measures/ecdf.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "algorithms/space/real_limits.hpp"
#include "bench/results/measures/data_profile.hpp"
#include "bench/results/measures/performance_ratios.hpp"
#include "bench/results/measures/run_length_pool.hpp"
#include "bench/results/measures/targets.hpp"
#include "tests/bench/results/measures/descents.hpp"

namespace sweep::ecdf_test {

constexpr double kRounding = 1e-12;  // of means of numbers in [0, 1]

TEST(Ecdf, CountsInfiniteMembersInTheDenominator) {
  const Ecdf ecdf({3, kInfinity, 1, 1});
  EXPECT_EQ(ecdf.at(0.5), 0);
  EXPECT_EQ(ecdf.at(1), 0.5);
  EXPECT_EQ(ecdf.at(2.9), 0.5);
  EXPECT_EQ(ecdf.at(1e300), 0.75);
  EXPECT_EQ(Ecdf({}).at(1), 0);
}

struct AreaRow {
  const char* name;
  std::vector<double> sample;
  double area;
  double linear_area;
};

TEST(EcdfArea, IsKnownForSimpleSamples) {
  const std::vector<AreaRow> rows = {
      {"all at the beginning", {1, 1}, 1, 1},
      {"before it", {0.2}, 1, 1},
      {"never", {kInfinity}, 0, 0},
      {"at the end", {100}, 0, 0},
      {"in the middle of the decades", {10}, 0.5, 90.0 / 99},
      {"half of it", {1, kInfinity}, 0.5, 0.5},
      {"nothing", {}, 0, 0},
  };
  for (const AreaRow& row : rows) {
    EXPECT_NEAR(area_under_ecdf(row.sample, 1, 100), row.area, kRounding) << row.name;
    EXPECT_NEAR(linear_area_under_ecdf(row.sample, 1, 100), row.linear_area, kRounding) << row.name;
  }
}

// The formula by the sample against the integral of the curve it stands for, exact on each of its
// flat pieces.
TEST(EcdfArea, IsTheIntegralOfTheCurve) {
  const std::vector<Descent> runs = some_descents(10, 4);
  const Ecdf ecdf(pooled_run_lengths(runs, run_length_targets(), 2));
  std::vector<double> ends = {1, 200};
  for (const double x : ecdf.sorted()) ends.push_back(std::clamp(x, 1.0, 200.0));
  std::sort(ends.begin(), ends.end());
  double integral = 0;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    integral += ecdf.at(ends[i - 1]) * std::log(ends[i] / ends[i - 1]) / std::log(200.0);
  }
  EXPECT_NEAR(area_under_ecdf(ecdf.sorted(), 1, 200), integral, kRounding);
}

TEST(RunLengthPool, ShiftsOnALogarithmicAxisAsEvaluationsAreMultiplied) {
  const std::vector<Descent> runs = some_descents(10, 5);
  const std::vector<double> targets = run_length_targets();
  const Ecdf once(pooled_run_lengths(runs, targets, 4));
  const Ecdf fourfold(pooled_run_lengths(stretched(runs, 4), targets, 4));
  for (double budget = 1; budget < 1000; budget *= 2) {
    EXPECT_EQ(fourfold.at(4 * budget), once.at(budget)) << budget;
  }
}

TEST(RunLengthPool, DoesNotDependOnTheOrderOfTheRuns) {
  std::vector<Descent> runs = some_descents(10, 6);
  const Ecdf forwards(pooled_run_lengths(runs, run_length_targets(), 3));
  std::reverse(runs.begin(), runs.end());
  const Ecdf backwards(pooled_run_lengths(runs, run_length_targets(), 3));
  EXPECT_TRUE(std::equal(forwards.sorted().begin(), forwards.sorted().end(),
                         backwards.sorted().begin(), backwards.sorted().end()));
}

TEST(RunLengthPool, IsReachedByAllRunsWithRestartsIfAnySucceeded) {
  const std::vector<Descent> runs = {{{{1, 1e-3}}, 50}, {{{4, 1e-9}}, 50}};
  const std::vector<double> targets = {1e-2, 1e-8, 1e-12};
  const Ecdf raw(pooled_run_lengths(runs, targets, 1));
  EXPECT_EQ(raw.at(1e9), 3.0 / 6);
  const Ecdf restarted(pooled_run_lengths(runs, targets, 1, Restarts{10, Stream(1)}));
  EXPECT_EQ(restarted.at(1e9), 2.0 / 3);
  EXPECT_EQ(restarted.sorted().size(), 30U);
}

TEST(DataProfile, HasTargetsRelativeToTheFirstPrecision) {
  const std::vector<Descent> runs = {{{{1, 50}, {6, 5}, {12, 4.9}}, 20}, {{{2, 1}}, 20}, {{}, 20}};
  EXPECT_EQ(data_profile_sample(runs, 0.1, 3), (std::vector<double>{2, kInfinity, kInfinity}));
}

TEST(PerformanceRatios, AreToTheBestOnEachProblem) {
  const std::vector<std::vector<double>> costs = {{2, 6, kInfinity, 0}, {4, 3, kInfinity, 0}};
  const std::vector<std::vector<double>> ratios = performance_ratios(costs);
  EXPECT_EQ(ratios[0], (std::vector<double>{1, 2, kInfinity, 1}));
  EXPECT_EQ(ratios[1], (std::vector<double>{2, 1, kInfinity, 1}));
  EXPECT_TRUE(performance_ratios({}).empty());
}

TEST(Targets, AreUniformInTheLogarithm) {
  const std::vector<double> targets = run_length_targets();
  ASSERT_EQ(targets.size(), 51U);
  EXPECT_EQ(targets.front(), 1e2);
  EXPECT_EQ(targets.back(), 1e-8);
  EXPECT_EQ(targets[25], 1e-3);
  EXPECT_EQ(scatter_targets().size(), 21U);
  for (std::size_t i = 1; i < targets.size(); ++i) {
    EXPECT_NEAR(std::log10(targets[i - 1] / targets[i]), 0.2, kRounding);
  }
  // Tables look targets up on the grid: the decades are the literals bit for bit.
  for (const std::vector<double>& some :
       {table_targets(), scaling_targets(), single_targets(), std::vector<double>{kFinalTarget}}) {
    for (const double target : some) {
      EXPECT_NE(std::find(targets.begin(), targets.end(), target), targets.end()) << target;
    }
  }
}

}  // namespace sweep::ecdf_test
