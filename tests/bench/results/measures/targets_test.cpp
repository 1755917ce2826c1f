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

}  // namespace sweep::targets_test
