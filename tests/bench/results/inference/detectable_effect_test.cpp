#include "bench/results/inference/detectable_effect.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::detectable_effect_test {

TEST(DetectableEffect, IsTheSimulatedOneWhereThereIsOne) {
  EXPECT_DOUBLE_EQ(detectable_effect(6), 1.79);
  EXPECT_DOUBLE_EQ(detectable_effect(20), 0.68);
  EXPECT_DOUBLE_EQ(detectable_effect(20, 0.95), 0.87);
}

TEST(DetectableEffect, FallsWithPairsAndGrowsWithPower) {
  for (std::size_t n = 6; n < 150; ++n) {
    EXPECT_GE(detectable_effect(n), detectable_effect(n + 1)) << n;
    EXPECT_LT(detectable_effect(n, 0.8), detectable_effect(n, 0.9)) << n;
    EXPECT_LT(detectable_effect(n, 0.5), detectable_effect(n, 0.8)) << n;
  }
}

TEST(DetectableEffect, IsBeyondEveryEffectBelowSixPairs) {
  EXPECT_TRUE(std::isinf(detectable_effect(5)));
  EXPECT_TRUE(std::isinf(detectable_effect(0)));
}

TEST(NoetherEffect, IsInfiniteWhereTheFormulaLeavesProbabilities) {
  EXPECT_GT(noether_effect(6, 0.05, 0.95).p1, 1);
  EXPECT_TRUE(std::isinf(noether_effect(6, 0.05, 0.95).normal_shift));
}

}  // namespace sweep::detectable_effect_test
