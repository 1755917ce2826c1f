#include "algorithms/model/minimise/bounded_minimum.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "algorithms/space/real_limits.hpp"

namespace sweep::bounded_minimum_test {

double rosenbrock(std::span<const double> x, std::span<double> gradient) {
  const double a = 1 - x[0];
  const double b = x[1] - x[0] * x[0];
  gradient[0] = -2 * a - 400 * x[0] * b;
  gradient[1] = 200 * b;
  return a * a + 100 * b * b;
}

// About (2, -1), with the coordinates coupled.
double bowl(std::span<const double> x, std::span<double> gradient) {
  const double a = x[0] - 2;
  const double b = x[1] + 1;
  gradient[0] = 2 * a + b;
  gradient[1] = 4 * b + a;
  return a * a + a * b + 2 * b * b;
}

TEST(BoundedMinimum, FindsTheEndOfRosenbrocksValley) {
  const auto found = bounded_minimum(rosenbrock, {-1.2, 1}, {{-2, -2}, {2, 2}, 500, 1e-14});
  // The valley's curvature is 0.4: a value of 1e-10 is within 3e-5.
  EXPECT_LT(found.value, 1e-10);
  EXPECT_NEAR(found.x[0], 1, 1e-4);
  EXPECT_NEAR(found.x[1], 1, 1e-4);
}

// In the box x <= 1/2 the valley ends at (1/2, 1/4), with the value 1/4.
TEST(BoundedMinimum, FindsAMinimumAtABound) {
  const auto found = bounded_minimum(rosenbrock, {-1.2, 1}, {{-2, -2}, {0.5, 2}, 500, 1e-14});
  EXPECT_NEAR(found.x[0], 0.5, 1e-9);
  EXPECT_NEAR(found.x[1], 0.25, 1e-5);
  EXPECT_NEAR(found.value, 0.25, 1e-8);
  // On x = 1 the bowl's minimum is at y = -3/4, below the box.
  const auto corner = bounded_minimum(bowl, {0.5, 0.5}, {{0, 0}, {1, 1}, 100, 1e-12});
  EXPECT_EQ(corner.x, (std::vector<double>{1, 0}));
}

TEST(BoundedMinimum, NeverLeavesItsBoundsNorItsBudget) {
  const BoundedSearch search{{-1.5, 0.5}, {0.8, 1.5}, 25, 0};
  int calls = 0;
  double lowest = std::numeric_limits<double>::infinity();
  const SmoothFunction watched = [&](std::span<const double> x, std::span<double> gradient) {
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_GE(x[i], search.lo[i]);
      EXPECT_LE(x[i], search.hi[i]);
    }
    ++calls;
    const double value = rosenbrock(x, gradient);
    lowest = std::min(lowest, value);
    return value;
  };
  const auto found = bounded_minimum(watched, {-1.2, 1}, search);
  EXPECT_EQ(found.evaluations, calls);
  EXPECT_LE(calls, search.evaluations);
  EXPECT_EQ(found.value, lowest);
  std::vector<double> unused(2);
  EXPECT_EQ(rosenbrock(found.x, unused), found.value);
}

TEST(BoundedMinimum, BringsAStartIntoItsBounds) {
  const auto found = bounded_minimum(bowl, {50, -50}, {{0, -3}, {5, 3}, 100, 1e-12});
  EXPECT_NEAR(found.x[0], 2, 1e-5);
  EXPECT_NEAR(found.x[1], -1, 1e-5);
}

TEST(BoundedMinimum, TakesNoPointWithoutANumber) {
  const BoundedSearch search{{-3, -3}, {3, 3}, 100, 1e-12};
  for (const double hole : {kNaN, kInfinity, -kInfinity}) {
    const SmoothFunction torn = [&](std::span<const double> x, std::span<double> gradient) {
      const double value = bowl(x, gradient);
      return x[0] > 1.5 ? hole : value;
    };
    const auto found = bounded_minimum(torn, {-1, 1}, search);
    EXPECT_TRUE(std::isfinite(found.value)) << hole;
    EXPECT_LE(found.x[0], 1.5) << hole;
    std::vector<double> unused(2);
    EXPECT_LE(found.value, bowl(std::vector<double>{-1, 1}, unused)) << hole;
    const SmoothFunction nothing = [&](std::span<const double>, std::span<double> gradient) {
      gradient[0] = gradient[1] = kNaN;
      return hole;
    };
    const auto none = bounded_minimum(nothing, {-1, 1}, search);
    EXPECT_EQ(none.x, (std::vector<double>{-1, 1})) << hole;
    EXPECT_EQ(none.value, kInfinity) << hole;
  }
}

}  // namespace sweep::bounded_minimum_test
