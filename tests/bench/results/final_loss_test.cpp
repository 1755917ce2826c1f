#include "bench/results/final_loss.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "algorithms/text/error.hpp"

namespace sweep::final_loss_test {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

CellResult cell(double best, double incumbent) {
  CellResult result;
  result.best_loss = best;
  result.incumbent_loss = incumbent;
  return result;
}

TEST(FinalLoss, IsWithoutNoise) { EXPECT_EQ(final_loss(cell(0.1, 0.3)), 0.3); }

TEST(FinalLoss, IsInfiniteWhereNoTrialCameToItsEnd) {
  EXPECT_EQ(final_loss(cell(kNan, kNan)), std::numeric_limits<double>::infinity());
}

TEST(FinalLoss, IsNeverTheNoisyOne) { EXPECT_THROW(final_loss(cell(0.1, kNan)), SpecError); }

}  // namespace sweep::final_loss_test
