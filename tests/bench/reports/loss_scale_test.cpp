#include "bench/reports/loss_scale.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::loss_scale_test {

TEST(LossScale, IsLogarithmicForLossesAboveZeroThatSpanDecades) {
  EXPECT_EQ(loss_scale({0.01, NAN, 1, INFINITY}), FigureScale::logarithmic);
  EXPECT_EQ(loss_scale({1, 30}), FigureScale::linear);
  EXPECT_EQ(loss_scale({0, 1, 100}), FigureScale::linear);
  EXPECT_EQ(loss_scale({-INFINITY, 1, 100}), FigureScale::linear);
  EXPECT_EQ(loss_scale({NAN}), FigureScale::linear);
  EXPECT_EQ(loss_scale({}), FigureScale::linear);
}

}  // namespace sweep::loss_scale_test
