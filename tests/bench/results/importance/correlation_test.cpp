#include "bench/results/importance/correlation.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sweep::correlation_test {

TEST(Correlation, IsThatOfLinesAndNothingOfConstants) {
  const std::vector<double> x = {1, 2, 3, 4};
  EXPECT_NEAR(*pearson(x, std::vector{3.0, 5.0, 7.0, 9.0}), 1, 1e-12);
  EXPECT_NEAR(*pearson(x, std::vector{-1.0, -2.0, -3.0, -4.0}), -1, 1e-12);
  EXPECT_FALSE(pearson(x, std::vector<double>(4, 0.1)));
  EXPECT_FALSE(pearson(std::vector<double>(4, 0.1), x));
}

TEST(Correlation, OfRanksIsOneForAnythingThatRises) {
  const std::vector<double> x = {1, 2, 3, 4};
  const std::vector<double> y = {1, 10, 100, 1e6};
  EXPECT_NEAR(*spearman(x, y), 1, 1e-12);
  EXPECT_LT(*pearson(x, y), 0.9);
}

}  // namespace sweep::correlation_test
