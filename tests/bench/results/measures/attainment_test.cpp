#include "bench/results/measures/attainment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "bench/results/measures/convergence_area.hpp"
#include "bench/results/measures/fixed_budget.hpp"
#include "tests/bench/results/measures/descents.hpp"

namespace sweep::attainment_test {

constexpr double kRounding = 1e-12;  // of means of numbers in [0, 1]

const AttainmentBox kBox{0, 700, kFinalTarget, 1e2};

TEST(Attainment, IsTheFractionOfTheRuns) {
  const std::vector<Descent> runs = {{{{1, 10}, {5, 1}}, 9}, {{{3, 2}}, 9}};
  EXPECT_EQ(attained(runs, 2, 10), 0.5);
  EXPECT_EQ(attained(runs, 3, 10), 1);
  EXPECT_EQ(attained(runs, 3, 1), 0);
  EXPECT_EQ(attained(runs, 9, 1), 0.5);
  EXPECT_EQ(attained({}, 9, 1), 0);
}

TEST(Attainment, RisesWithEvaluationsAndPrecision) {
  const std::vector<Descent> runs = some_descents(12, 7);
  for (double t = 0; t < 1000; t += 50) {
    for (double v = 1e-9; v < 1e3; v *= 10) {
      EXPECT_LE(attained(runs, t, v), attained(runs, t + 50, v));
      EXPECT_LE(attained(runs, t, v), attained(runs, t, v * 10));
    }
  }
}

TEST(Attainment, IsAtLeastKRunsBelowItsLevelK) {
  const std::vector<Descent> runs = some_descents(5, 8);
  for (std::size_t k = 1; k <= runs.size(); ++k) {
    for (const Drop& drop : attainment_level(runs, k).drops) {
      const auto evaluations = drop.at;
      const double share = static_cast<double>(k) / static_cast<double>(runs.size());
      EXPECT_GE(attained(runs, evaluations, drop.precision), share);
      EXPECT_LT(attained(runs, evaluations, std::nextafter(drop.precision, 0)), share);
    }
  }
}

TEST(AttainmentVolume, IsTheMeanOfTheLevelsAreas) {
  const std::vector<Descent> runs = some_descents(12, 9);
  double areas = 0;
  for (std::size_t k = 1; k <= runs.size(); ++k) {
    areas += attained_area(attainment_level(runs, k), kBox) / 12;
  }
  EXPECT_NEAR(attainment_volume(runs, kBox), areas, kRounding);
}

TEST(AttainmentVolume, IsKnownForSimpleRuns) {
  const AttainmentBox box{0, 10, 0, 100};
  const Descent half{{{5, 0}}, 10};
  const Descent quarter{{{5, 50}}, 10};
  const Descent beyond{{{10, 0}, {20, -1}}, 30};
  EXPECT_EQ(attained_area(half, box), 0.5);
  EXPECT_EQ(attained_area(quarter, box), 0.25);
  EXPECT_EQ(attained_area(beyond, box), 0);
  const std::vector<Descent> all = {half, quarter, beyond, {{}, 10}};
  EXPECT_NEAR(attainment_volume(all, box), 0.75 / 4, kRounding);
  EXPECT_EQ(attainment_volume({}, box), 0);
}

TEST(ConvergenceArea, IsKnownForSimpleRuns) {
  EXPECT_EQ(area_over_convergence({{{1, 1e-9}}, 10}, 10), 1);
  EXPECT_EQ(area_over_convergence({{{1, 1e3}}, 10}, 10), 0);
  EXPECT_EQ(area_over_convergence({{}, 10}, 10), 0);
  // 1e-3 is half of the ten decades; reached after 4 of 10 evaluations.
  EXPECT_NEAR(area_over_convergence({{{5, 1e-3}}, 10}, 10), 0.6 * 0.5, kRounding);
  EXPECT_NEAR(area_over_convergence({{{5, 1e-3}, {20, 0}}, 30}, 10), 0.6 * 0.5, kRounding);
}

TEST(ConvergenceArea, IsTheSumOverEvaluations) {
  for (const Descent& run : some_descents(5, 10)) {
    double sum = 0;
    for (int t = 1; t <= 600; ++t) {
      const double y = std::clamp(precision_after(run, t), 1e-8, 1e2);
      sum += 1 - (std::log10(y) + 8) / 10;
    }
    EXPECT_NEAR(area_over_convergence(run, 600), sum / 600, 600 * kRounding);
  }
}

// The area under the attainment averaged over many targets, uniform in the logarithm.
TEST(ConvergenceArea, IsTheAreaUnderTheEcdfOverManyTargets) {
  constexpr int kTargets = 2000;
  constexpr std::uint64_t kBudget = 600;
  const std::vector<Descent> runs = some_descents(5, 11);
  double hits = 0;
  for (int i = 0; i < kTargets; ++i) {
    const double target = std::pow(10.0, 2 - 10 * (i + 0.5) / kTargets);
    for (const Descent& run : runs) {
      const auto hit = hitting_time(run, target);
      if (hit && *hit <= kBudget) hits += static_cast<double>(kBudget + 1 - *hit) / kBudget;
    }
  }
  const double area = hits / (kTargets * static_cast<double>(runs.size()));
  // A run's quality at any time is off by half of a target's share at most.
  double mean = 0;
  for (const Descent& run : runs) mean += area_over_convergence(run, kBudget) / 5;
  EXPECT_NEAR(mean, area, 0.5 / kTargets);
}

// An evaluation lasts until the next one; a moment is one.
TEST(ConvergenceArea, IsOfTargetsOfAnyKindAndOfTime) {
  const Descent run{{{2, -1}, {6, -3}}, 10};
  const std::vector<double> targets = {0, -2, -4};
  EXPECT_NEAR(area_over_targets(run, 10, targets), (9.0 + 5 + 0) / 30, kRounding);
  EXPECT_NEAR(area_over_targets(run, 10, targets, Axis::time), (8.0 + 4 + 0) / 30, kRounding);
  EXPECT_EQ(area_over_targets(run, 1, targets), 0);
  EXPECT_NEAR(area_over_convergence({{{0.5, 1e-3}}, 1}, 1, {}, Axis::time), 0.5 * 0.5, kRounding);
}

TEST(FixedBudget, IsKnownForSimplePrecisions) {
  const FixedBudget reached = fixed_budget(std::vector<double>{1, 10, 100});
  EXPECT_EQ(reached.mean, 37);
  EXPECT_NEAR(reached.deviation, std::sqrt(2997.0), 1e-12 * 60);
  EXPECT_NEAR(reached.geometric_mean, 10, 1e-12 * 10);
  EXPECT_EQ(reached.quantiles[4], 10);
  EXPECT_EQ(reached.quantiles[3], 5.5);
  EXPECT_TRUE(std::isnan(fixed_budget(std::vector<double>{1}).deviation));
  EXPECT_GT(fixed_budget(std::vector<double>{0, 1}).geometric_mean, 0);
}

TEST(FixedBudget, HasInfinitePrecisionsBeforeTheFirstEvaluation) {
  const std::vector<Descent> runs = {{{{3, 5}}, 9}, {{{1, 4}}, 9}};
  EXPECT_EQ(precisions_after(runs, 2), (std::vector<double>{INFINITY, 4}));
  EXPECT_EQ(precisions_after(runs, 3), (std::vector<double>{5, 4}));
}

}  // namespace sweep::attainment_test
