#include "bench/results/measures/targets.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::targets_test {

constexpr double kRounding = 1e-14;  // relative, of a power

struct TargetsRow {
  const char* name;
  std::vector<double> targets;
  std::size_t size;
  double first;
  double last;
};

TEST(Targets, GoFromEasyToHardEndingAtDecimalNumbers) {
  for (const TargetsRow& row : {TargetsRow{"run lengths", run_length_targets(), 51, 1e2, 1e-8},
                                {"tables", table_targets(), 7, 10, 1e-7},
                                {"scaling", scaling_targets(), 7, 10, 1e-8},
                                {"single", single_targets(), 4, 10, 1e-8},
                                {"scatter", scatter_targets(), 21, 1e2, 1e-8}}) {
    ASSERT_EQ(row.targets.size(), row.size) << row.name;
    EXPECT_EQ(row.targets.front(), row.first) << row.name;
    EXPECT_EQ(row.targets.back(), row.last) << row.name;
    for (std::size_t i = 1; i < row.size; ++i) {
      EXPECT_LT(row.targets[i], row.targets[i - 1]) << row.name;
    }
  }
}

TEST(Targets, AreEvenlySpacedInTheLogarithmWhereTheySaySo) {
  for (const auto& targets : {run_length_targets(), scatter_targets()}) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const double exponent =
          2 - 10.0 * static_cast<double>(i) / static_cast<double>(targets.size() - 1);
      EXPECT_NEAR(targets[i] / std::pow(10, exponent), 1, kRounding) << exponent;
    }
  }
}

TEST(Targets, AreTheDecimalLiteralsAtWholeDecades) {
  EXPECT_EQ(grid_target(5), 10);
  EXPECT_EQ(grid_target(-25), 1e-5);
  EXPECT_EQ(scatter_targets()[10], 1e-3);
  EXPECT_EQ(run_length_targets()[35], 1e-5);
}

TEST(BudgetTargets, AreTheEasiestThatTheReferenceMissesWithinEachBudget) {
  std::vector<double> erts(51, 1000);
  for (std::size_t i = 0; i < 11; ++i) erts[i] = static_cast<double>(i + 1);  // 1 is reached at 11
  const std::vector<double> budgets = {0.5, 1, 10.5, 999, 1000};
  EXPECT_EQ(budget_targets(erts, budgets),
            (std::vector<double>{1e2, grid_target(9), grid_target(0), grid_target(-1), 1e-8}));
}

TEST(BudgetTargets, AreToldApartInTablesAndCountOnceInDistributions) {
  const ProblemTargets all_at_once = expensive_targets(std::vector<double>(51, 1e9), 5);
  EXPECT_EQ(all_at_once.all, (std::vector<double>{1e2}));
  EXPECT_EQ(all_at_once.shown, (std::vector<double>{grid_target(10), grid_target(9), grid_target(8),
                                                    grid_target(7), grid_target(6)}));
  EXPECT_EQ(all_at_once.places, (std::vector<double>{0.5, 1.2, 3, 10, 50}));
  EXPECT_EQ(all_at_once.last, grid_target(6));
  EXPECT_EQ(expensive_targets(std::vector<double>(51, 1), 5).shown.back(), 1e-8);
}

TEST(QuantileTargets, AreReachedByTheFractionOfAllCells) {
  const std::vector<double> outcomes = {3, -1, 7, 5, 9, 11, 2, 13, 15, 17};
  EXPECT_EQ(quantile_targets(outcomes, std::vector<double>{1, 0.5, 0.3, 0.25, 0.1, 0.01}),
            (std::vector<double>{17, 7, 3, 3, -1, -1}));
  const ProblemTargets usual = fraction_targets(outcomes, {});
  EXPECT_EQ(usual.kind, TargetKind::fractions);
  EXPECT_EQ(usual.all.size(), 51U);
  EXPECT_EQ(usual.all.front(), 17);
  EXPECT_EQ(usual.shown, (std::vector<double>{15, 13, 7, 3, -1}));
  EXPECT_EQ(usual.last, -1);
  const ProblemTargets given = fraction_targets(outcomes, {0.5});
  EXPECT_EQ(given.all, (std::vector<double>{7}));
  EXPECT_EQ(given.shown, given.all);
}

}  // namespace sweep::targets_test
