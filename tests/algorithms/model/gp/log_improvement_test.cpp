#include "algorithms/model/gp/log_improvement.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "algorithms/space/real_limits.hpp"

namespace sweep::log_improvement_test {

// log(z erfc(-z/sqrt(2))/2 + exp(-z^2/2)/sqrt(2 pi)) by mpmath 1.3 with 60 digits.
struct LogH {
  double z;
  double value;
};
constexpr LogH kValues[] = {
    {5, 1.6094379231264313851},      {1, 0.080026218849306940029},
    {0.5, -0.35982768374506381859},  {0, -0.91893853320467274178},  // ln(1/sqrt(2 pi))
    {-0.5, -1.6205162643873199193},  {-1, -2.4851210257126413368},
    {-2, -4.7687835239171141569},    {-5, -16.744301162660990143},
    {-16.9, -149.38894376225738125}, {-17, -151.09562289868288959},
    {-20, -206.91783850942509785},   {-40, -808.29856835661996024},
    {-999, -499015.23245109650025},  {-1001, -501015.23645108583364},
    {-1e4, -50000019.339619307157},
};

TEST(LogH, HasItsKnownValues) {
  // The bracket 1 - |z| .. is about 1/z^2: its relative error is z^2 times that of scaled_erfc.
  for (const LogH& row : kValues) {
    const double cancelled = 1e-13 * std::min(row.z * row.z, 1e6);
    EXPECT_NEAR(log_h(row.z), row.value, 1e-15 * std::abs(row.value) + cancelled + 1e-15) << row.z;
  }
}

TEST(LogH, IsContinuousWhereItsFormsMeet) {
  struct Branch {
    std::string name;
    double z;
    double tolerance;
  };
  const Branch branches[] = {
      {"logarithm to scaled erfc", -1, 1e-14},
      {"erfc to its series", -12 * std::numbers::sqrt2, 1e-13 * 288},
      {"scaled erfc to the series of h", -1e3, 1e-13 * 1e6},
  };
  for (const Branch& branch : branches) {
    constexpr double kGap = 1e-14;
    const double below = log_h(branch.z * (1 + kGap));
    const double above = log_h(branch.z * (1 - kGap));
    // h'/h is below |z| + 1.
    const double drift = 2 * kGap * std::abs(branch.z) * (std::abs(branch.z) + 1);
    EXPECT_NEAR(below, above, branch.tolerance + drift) << branch.name;
  }
}

TEST(LogH, IncreasesEverywhere) {
  double before = -kInfinity;
  for (double z = -2000; z < 6; z += 0.37) {
    EXPECT_GT(log_h(z), before) << z;
    before = log_h(z);
  }
}

// exp(x^2) erfc(x) by mpmath 1.3 with 60 digits.
TEST(ScaledErfc, HasItsKnownValues) {
  constexpr double kRelative = 1e-13;
  constexpr double kRows[][2] = {
      {0, 1},
      {0.5, 0.61569034419292587487},
      {1, 0.42758357615580700441},
      {3, 0.17900115118138995042},
      {8, 0.069985166200880927723},
      {11.99, 0.046893031655408324974},
      {12, 0.04685422101489376262},
      {13, 0.043271921864609692663},
      {20, 0.028174348741051319319},
      {100, 0.0056416137829894329036},
      {1e8, 5.6418958354775625874e-9},
  };
  for (const auto& [x, value] : kRows) {
    EXPECT_NEAR(scaled_erfc(x), value, kRelative * value) << x;
  }
}

TEST(LogImprovement, IsTheLogarithmOfTheExpectedGain) {
  // By the midpoint rule, whose error is about the square of the cells' width.
  for (const Prediction p : {Prediction{0, 1}, {0.5, 0.2}, {-2, 0.7}, {3, 1}}) {
    constexpr int kCells = 20000;
    constexpr double kReach = 10;
    const double width = 2 * kReach / kCells;
    double sum = 0;
    for (int i = 0; i < kCells; ++i) {
      const double z = -kReach + (i + 0.5) * width;
      const double gain = std::max(0.3 - (p.mean + z * p.sd), 0.0);
      sum += gain * std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi) * width;
    }
    EXPECT_NEAR(std::exp(log_improvement(0.3, p).value), sum, width * width) << p.mean;
  }
}

TEST(LogImprovement, HasItsDerivatives) {
  for (const double z : {4.0, 0.3, -0.9, -1.1, -5.0, -16.0, -18.0, -40.0, -900.0, -1100.0, -1e4}) {
    const Prediction there{-0.2, 0.05};
    const double best = there.mean + z * there.sd;
    // ln EI is nearly parabolic in z: with a step of 1e-4/(1 + |z|) in z its change is 1e-4, known
    // up to the value's rounding.
    const double step = 1e-4 / (1 + std::abs(z)) * there.sd;
    const auto value = [&](double mean, double sd) {
      return log_improvement(best, {mean, sd}).value;
    };
    const double by_mean =
        (value(there.mean + step, there.sd) - value(there.mean - step, there.sd)) / (2 * step);
    const double by_sd =
        (value(there.mean, there.sd + step) - value(there.mean, there.sd - step)) / (2 * step);
    const double rounding = (1e-15 * z * z + 1e-13 * std::min(z * z, 1e6)) / step;
    const LogImprovement at = log_improvement(best, there);
    EXPECT_NEAR(at.by_mean, by_mean, 1e-6 * std::abs(by_mean) + rounding) << z;
    EXPECT_NEAR(at.by_sd, by_sd, 1e-6 * std::abs(by_sd) + rounding) << z;
  }
}

// h'/h = |z| (1 + O(1/z^2)) for z far below 0.
TEST(LogImprovement, KeepsItsDerivativesFarOut) {
  for (const double z : {-1e5, -1e7, -1e9, -1e12}) {
    const LogImprovement at = log_improvement(0, {-z, 1});
    EXPECT_NEAR(at.by_mean / z, 1, 1e-6) << z;
    EXPECT_NEAR(at.by_sd / (z * z), 1, 1e-6) << z;
  }
}

TEST(LogImprovement, RisesWithTheDeviationAndFallsWithTheMean) {
  for (const double mean : {-1.0, 0.0, 0.5, 30.0}) {
    for (const double sd : {0.01, 1.0, 10.0}) {
      const LogImprovement at = log_improvement(0, {mean, sd});
      EXPECT_LE(at.by_mean, 0) << mean << ", " << sd;
      // Where the gain is certain, it grows by less than doubles tell apart.
      EXPECT_GE(at.by_sd, -1e-12) << mean << ", " << sd;
      EXPECT_LE(at.value, log_improvement(0, {mean - 0.1, sd}).value);
    }
  }
}

TEST(LogImprovement, IsThatOfTheGainWithoutADeviation) {
  const LogImprovement gain = log_improvement(3, {1, 0});
  EXPECT_DOUBLE_EQ(gain.value, std::log(2.0));
  EXPECT_DOUBLE_EQ(gain.by_mean, -0.5);
  EXPECT_EQ(gain.by_sd, 0);
  for (const double mean : {3.0, 4.0}) {
    const LogImprovement none = log_improvement(3, {mean, 0});
    EXPECT_EQ(none.value, -kInfinity);
    EXPECT_EQ(none.by_mean, 0);
    EXPECT_EQ(none.by_sd, 0);
  }
  EXPECT_NEAR(log_improvement(3, {1, 1e-9}).value, gain.value, 1e-9);
}

}  // namespace sweep::log_improvement_test
