#include "algorithms/model/quick_exp.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace sweep::quick_exp_test {

TEST(QuickExp, IsTheExponential) {
  constexpr double kTolerance = 1e-11;  // of a relative error, as documented
  for (double x = 0; x > -700; x -= 0.0371) {
    EXPECT_NEAR(quick_exp(x) / std::exp(x), 1, kTolerance) << x;
  }
  EXPECT_EQ(quick_exp(0), 1);
}

TEST(QuickExp, IsNearlyNothingBelow) {
  for (const double x : {-700.0, -1e9, -std::numeric_limits<double>::infinity()}) {
    EXPECT_GE(quick_exp(x), 0) << x;
    EXPECT_LT(quick_exp(x), 1e-303) << x;
  }
}

TEST(QuickExp, IsTheSameForManyNumbers) {
  std::vector<double> x;
  for (int i = 0; i < 37; ++i) x.push_back(-0.7 * i);
  std::vector<double> all = x;
  quick_exp(all.data(), all.size());
  for (std::size_t i = 0; i < x.size(); ++i) EXPECT_EQ(all[i], quick_exp(x[i]));
}

}  // namespace sweep::quick_exp_test
