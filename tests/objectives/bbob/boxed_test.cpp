#include "objectives/bbob/boxed.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "algorithms/space/real_limits.hpp"
#include "objectives/bbob/bbob.hpp"

namespace sweep::boxed_test {

constexpr int kDimension = 3;

std::vector<double> best_of(const Objective& objective) {
  return objective.optimum()->points.front().values;
}

TEST(BbobBoxed, HasItsOptimumInTheBox) {
  for (int f = 1; f <= 24; ++f) {
    for (int instance = 1; instance <= 20; ++instance) {
      const Objective objective = BbobBoxed({f, kDimension, instance});
      const std::vector<double> best = best_of(objective);
      EXPECT_TRUE(objective.space().contains(best)) << f << " " << instance;
      const double value = objective.optimum()->value;
      EXPECT_NEAR(objective.exact_loss(best), value, 1e-9 * std::max(1.0, std::abs(value)));
    }
  }
}

TEST(BbobBoxed, SpreadsItsOptimaOverAllOfIt) {
  int beyond_bbob = 0;
  constexpr int kInstances = 200;
  for (int instance = 1; instance <= kInstances; ++instance) {
    for (const double x : best_of(BbobBoxed({1, kDimension, instance}))) {
      beyond_bbob += std::abs(x) > 4 ? 1 : 0;
    }
  }
  // Uniform on [-5, 5]: a fifth beyond 4, to five deviations of a binomial.
  constexpr double kCoordinates = kInstances * kDimension;
  EXPECT_NEAR(beyond_bbob, 0.2 * kCoordinates, 5 * std::sqrt(0.2 * 0.8 * kCoordinates));
}

TEST(BbobBoxed, IsInfiniteOutside) {
  const double just_outside = std::nextafter(5.0, 6.0);
  for (int f = 1; f <= 24; ++f) {
    const Objective objective = BbobBoxed({f, kDimension, 1});
    EXPECT_TRUE(std::isfinite(objective.exact_loss(std::vector{5.0, -5.0, 0.0}))) << f;
    EXPECT_EQ(objective.exact_loss(std::vector{0.0, just_outside, 0.0}), kInfinity) << f;
    EXPECT_EQ(objective.exact_loss(std::vector{0.0, 0.0, -just_outside}), kInfinity) << f;
    EXPECT_EQ(objective.exact_loss(std::vector{kInfinity, 0.0, 0.0}), kInfinity) << f;
    EXPECT_TRUE(std::isnan(objective.exact_loss(std::vector<double>{NAN, 0, 0}))) << f;
  }
}

TEST(BbobBoxed, IsInfiniteOutsideInBlocks) {
  const Objective objective = BbobBoxed({8, 2, 1});
  const std::vector<double> rows = {1, 2, 6, 0, 0, -7, 3, 4};
  std::vector<double> losses(4);
  objective.losses(rows, 0, Stream(1), losses);
  EXPECT_EQ(losses[0], objective.exact_loss(std::vector{1.0, 2.0}));
  EXPECT_EQ(losses[1], kInfinity);
  EXPECT_EQ(losses[2], kInfinity);
  EXPECT_EQ(losses[3], objective.exact_loss(std::vector{3.0, 4.0}));
}

TEST(BbobBoxed, KeepsTheValueOfTheOptimumAndSomeOfItsPlaces) {
  for (int f = 1; f <= 24; ++f) {
    const Objective boxed = BbobBoxed({f, kDimension, 2});
    const Objective plain = make_bbob({f, kDimension, 2});
    EXPECT_EQ(boxed.optimum()->value, plain.optimum()->value) << f;
    const bool keeps_place = f == 5 || f == 9 || f == 19 || f == 20 || f == 24;  // f5: at a corner
    EXPECT_EQ(best_of(boxed) == best_of(plain), keeps_place) << f;
    if (!keeps_place || f == 5) continue;
    const std::vector<double> x = {1.5, -2.25, 4};
    EXPECT_EQ(boxed.exact_loss(x), plain.exact_loss(x)) << f;
  }
}

}  // namespace sweep::boxed_test
