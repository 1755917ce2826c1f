#include "algorithms/model/parzen/reference_density.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sweep::reference_density_test {

constexpr double kLeastWidth = 1e-3;
const double kPi = 3.14159265358979323846;

double normal_density(double z) { return std::exp(-0.5 * z * z) / std::sqrt(2 * kPi); }

TEST(ReferenceDensity, HasTheWidthOfTheNormalReference) {
  ReferenceDensity density({{}, {}}, kLeastWidth);
  density.fit(std::vector{0.25, 0.1, 0.75, 0.1});
  EXPECT_DOUBLE_EQ(density.widths()[0], 1.06 * 0.25 * std::pow(2, -1.0 / 6));
  EXPECT_EQ(density.widths()[1], kLeastWidth) << "all places are the same";
}

TEST(ReferenceDensity, IsTheMeanOfProductsOfKernels) {
  ReferenceDensity density({{}, {0, 1, 2}}, kLeastWidth);
  density.fit(std::vector{0.2, 0.0, 0.6, 2.0});
  const double h = density.widths()[0];
  const double change = density.widths()[1];
  // Two observations that differ: the chance that two draws of them do is one half.
  EXPECT_DOUBLE_EQ(change, std::min(1.06 * std::sqrt(0.5) * std::pow(2, -1.0 / 6), 2.0 / 3));
  const double expected = (normal_density((0.3 - 0.2) / h) / h * (1 - change) +
                           normal_density((0.3 - 0.6) / h) / h * change / 2) /
                          2;
  EXPECT_NEAR(density.log_density(std::vector{0.3, 0.0}), std::log(expected), 1e-12);
}

TEST(ReferenceDensity, OfCategoriesAddsUpToOne) {
  ReferenceDensity density({{0, 1, 2, 3}}, kLeastWidth);
  density.fit(std::vector{1.0, 1.0, 2.0, 1.0, 1.0, 1.0});
  double sum = 0;
  for (double category = 0; category < 4; ++category) {
    sum += std::exp(density.log_density(std::vector{category}));
  }
  EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(ReferenceDensity, IsFiniteFarFromAllObservations) {
  ReferenceDensity density({std::vector<double>{}}, kLeastWidth);
  density.fit(std::vector{0.0, 0.0});
  EXPECT_NEAR(density.log_density(std::vector{1.0}),
              -0.5e6 - std::log(kLeastWidth * std::sqrt(2 * kPi)), 1e-3);
}

TEST(ReferenceDensity, DrawsWithinTheCubeAndNearObservations) {
  ReferenceDensity density({{}, {0, 1, 4}}, 0.01);
  density.fit(std::vector{0.999, 1.0, 0.999, 1.0, 0.001, 1.0});
  Stream draws(1);
  int low = 0;
  constexpr int kDraws = 3000;
  std::vector<double> row(2);
  for (int i = 0; i < kDraws; ++i) {
    density.draw(draws, {1e-3}, row);
    ASSERT_GE(row[0], 0);
    ASSERT_LE(row[0], 1);
    ASSERT_TRUE(row[1] == 0 || row[1] == 1 || row[1] == 4);
    low += row[0] < 0.5 ? 1 : 0;
  }
  EXPECT_NEAR(low, kDraws / 3.0, 4 * std::sqrt(kDraws * 2.0 / 9));  // 6e-5 by chance
}

}  // namespace sweep::reference_density_test
