#include "bench/results/inference/noether_effect.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::noether_effect_test {

TEST(NoetherEffect, IsInfiniteWhereTheFormulaLeavesProbabilities) {
  EXPECT_GT(noether_effect(6, 0.05, 0.95).p1, 1);
  EXPECT_TRUE(std::isinf(noether_effect(6, 0.05, 0.95).normal_shift));
}

}  // namespace sweep::noether_effect_test
