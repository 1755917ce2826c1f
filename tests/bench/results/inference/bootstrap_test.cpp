#include "bench/results/inference/bootstrap.hpp"

#include <gtest/gtest.h>

#include "bench/results/inference/quantile_interval.hpp"

namespace sweep::bootstrap_test {

TEST(Bootstrap, HasAnIntervalAboutTheStatisticFromTwoNumbersOn) {
  EXPECT_FALSE(bootstrap_interval(std::vector{1.0}, mean_of, 0.95, Stream(1)));
  const std::vector<double> values = {1, 2, 4, 8, 16, 3, 5};
  const auto interval = bootstrap_interval(values, mean_of, 0.95, Stream(1));
  ASSERT_TRUE(interval);
  EXPECT_LT(interval->low, mean_of(values));
  EXPECT_GT(interval->high, mean_of(values));
  const auto wider = bootstrap_interval(values, mean_of, 0.99, Stream(1));
  EXPECT_LT(wider->low, interval->low);
}

// All 5^5 samples have the shares that these draws estimate.
TEST(Bootstrap, ComesNearTheIntervalOfAllSamples) {
  const std::vector<double> values = {1, 2, 4, 8, 16};
  const auto interval = bootstrap_interval(values, mean_of, 0.95, Stream(1), 100'000);
  EXPECT_NEAR(interval->low, 2.6, 0.2);
  EXPECT_NEAR(interval->high, 12.8, 0.4);
}

TEST(Bootstrap, IsTheNumberItselfWithoutVariance) {
  const auto interval = bootstrap_interval(std::vector<double>(4, 2.5), mean_of, 0.95, Stream(1));
  EXPECT_EQ(interval->low, 2.5);
  EXPECT_EQ(interval->high, 2.5);
}

TEST(Bootstrap, EndsAtTheExtremesWhereAllResamplesLieOnOneSide) {
  const std::vector<double> resampled = {1, 2, 3};
  const BcaInterval interval = bca_interval(9, resampled, std::vector{8.0, 9.0, 11.0}, 0.95);
  EXPECT_EQ(interval.low, 3);
  EXPECT_EQ(interval.high, 3);
}

TEST(QuantileInterval, IsThatOfTheMedianAtOneHalf) {
  const std::vector<double> values = {9, 1, 8, 2, 7, 3, 6, 4, 5, 0};
  const Estimate median = median_with_interval(values);
  const Estimate half = quantile_with_interval(values, 0.5);
  EXPECT_EQ(half.value, median.value);
  EXPECT_EQ(half.lo, median.lo);
  EXPECT_EQ(half.hi, median.hi);
}

// P(Binomial(30, 0.1) < 1) = 0.042 > 0.025; P(Binomial(30, 0.1) >= 8) = 0.008, >= 7 0.026.
TEST(QuantileInterval, LeavesOutAnEndThatNoOrderStatisticReaches) {
  std::vector<double> values;
  for (int i = 1; i <= 30; ++i) values.push_back(i);
  const Estimate tenth = quantile_with_interval(values, 0.1);
  EXPECT_FALSE(tenth.lo);
  EXPECT_EQ(tenth.hi, 8);
  const Estimate ninetenths = quantile_with_interval(values, 0.9);
  EXPECT_EQ(ninetenths.lo, 23);
  EXPECT_FALSE(ninetenths.hi);
}

}  // namespace sweep::bootstrap_test
