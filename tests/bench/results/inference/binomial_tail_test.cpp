#include "bench/results/inference/binomial_tail.hpp"

#include <gtest/gtest.h>

namespace sweep::binomial_tail_test {

TEST(BinomialAtLeast, IsTheUpperTail) {
  EXPECT_EQ(binomial_at_least(0, 10, 0.3), 1);
  EXPECT_NEAR(binomial_at_least(3, 3, 0.5), 0.125, 1e-15);
  EXPECT_NEAR(binomial_at_least(1, 2, 0.1), 0.19, 1e-15);
}

}  // namespace sweep::binomial_tail_test
