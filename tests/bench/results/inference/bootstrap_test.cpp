#include "bench/results/inference/bootstrap.hpp"

#include <gtest/gtest.h>

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

}  // namespace sweep::bootstrap_test
