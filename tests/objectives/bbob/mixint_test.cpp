#include "objectives/bbob/mixint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "algorithms/space/real_limits.hpp"

namespace sweep::mixint_test {

TEST(BbobMixint, HasFourGroupsOfIntegersAndOneOfReals) {
  const Objective objective = BbobMixint({1, 10, 1});
  const std::vector<double> last = {1, 1, 3, 3, 7, 7, 15, 15};
  ASSERT_EQ(objective.space().size(), 10u);
  for (std::size_t i = 0; i < last.size(); ++i) {
    const auto* integers = std::get_if<IntUniform>(&objective.space()[i].distribution);
    ASSERT_NE(integers, nullptr) << i;
    EXPECT_EQ(integers->lo, 0);
    EXPECT_EQ(integers->hi, last[i]);
  }
  for (const std::size_t i : {8u, 9u}) {
    const auto* reals = std::get_if<Uniform>(&objective.space()[i].distribution);
    ASSERT_NE(reals, nullptr) << i;
    EXPECT_EQ(reals->lo, -5);
    EXPECT_EQ(reals->hi, 5);
  }
}

TEST(BbobMixint, RoundsHalvesUpAndClamps) {
  const Objective objective = BbobMixint({8, 5, 1});
  const std::vector<double> meant = {1, 0, 3, 15, 2};
  const double loss = objective.exact_loss(meant);
  for (const std::vector<double>& x : std::vector<std::vector<double>>{{0.5, 0, 3, 15, 2},
                                                                       {1, -9, 3, 15, 2},
                                                                       {7, 0.49, 2.5, 15.6, 2},
                                                                       {1, -0.5, 3.4, 1e300, 2}}) {
    EXPECT_EQ(objective.exact_loss(x), loss);
  }
  EXPECT_NE(objective.exact_loss(std::vector<double>{1, 0, 3.5, 15, 2}), loss);
}

TEST(BbobMixint, PassesOnWhatIsNotFinite) {
  const Objective objective = BbobMixint({1, 5, 1});
  EXPECT_EQ(objective.exact_loss(std::vector<double>{kInfinity, 0, 0, 0, 0}), kInfinity);
  EXPECT_EQ(objective.exact_loss(std::vector<double>{0, 0, 0, 0, -kInfinity}), kInfinity);
  EXPECT_TRUE(std::isnan(objective.exact_loss(std::vector<double>{0, NAN, 0, 0, 0})));
}

TEST(BbobMixint, HasNoBetterIntegersThanThoseOfItsOptimum) {
  for (int f = 1; f <= 24; ++f) {
    const Objective objective = BbobMixint({f, 5, 2});
    const Optimum optimum = objective.optimum().value();
    std::vector<double> x = optimum.points.front().values;
    const double slack = 1e-12 * std::max(1.0, std::abs(optimum.value));
    for (int all = 0; all < 2 * 4 * 8 * 16; ++all) {
      x[0] = all % 2;
      x[1] = all / 2 % 4;
      x[2] = all / 8 % 8;
      x[3] = all / 64;
      EXPECT_GE(objective.exact_loss(x), optimum.value - slack) << f;
    }
  }
}

TEST(BbobMixint, GivesTheSameInBlocks) {
  const Objective objective = BbobMixint({15, 5, 2});
  const std::vector<double> rows = {0, 1, 2, 3, 4, 1, 3, 7, 15, -4.5, 0.6, 9, -1, 2.5, 6};
  std::vector<double> losses(3);
  objective.losses(rows, 0, Stream(1), losses);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(losses[i], objective.exact_loss(std::span(rows).subspan(5 * i, 5)));
  }
}

}  // namespace sweep::mixint_test
