#include "bench/results/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "algorithms/space/real_limits.hpp"

namespace sweep::statistics_test {

constexpr double kInf = std::numeric_limits<double>::infinity();

std::vector<double> from_n_down_to_1(int n) {
  std::vector<double> values(static_cast<std::size_t>(n));
  std::iota(values.rbegin(), values.rend(), 1.0);
  return values;
}

// P(Binomial(n, 1/2) < k), summed term by term.
double probability_below(int n, int k) {
  double sum = 0;
  for (int i = 0; i < k; ++i) {
    sum += std::exp(std::lgamma(n + 1) - std::lgamma(i + 1) - std::lgamma(n - i + 1) -
                    n * std::log(2.0));
  }
  return sum;
}

TEST(Quantile, InterpolatesBetweenOrderStatistics) {
  const std::vector<double> values = {40, 10, 30, 20};
  EXPECT_EQ(quantile(values, 0), 10);
  EXPECT_EQ(quantile(values, 1), 40);
  EXPECT_EQ(quantile(values, 0.5), 25);
  EXPECT_DOUBLE_EQ(quantile(values, 0.25), 17.5);
  EXPECT_DOUBLE_EQ(quantile(values, 0.9), 37);
}

TEST(Median, IsTheMiddle) {
  EXPECT_EQ(median(std::vector<double>{3}), 3);
  EXPECT_EQ(median(std::vector<double>{3, 1, 2}), 2);
  EXPECT_EQ(median(std::vector<double>{4, 1, 2, 3}), 2.5);
}

TEST(Median, CountsNaNAsTheWorst) {
  EXPECT_EQ(median(std::vector<double>{kNaN, 1, 2}), 2);
  EXPECT_EQ(median(std::vector<double>{kNaN, kNaN, 2}), kInf);
  EXPECT_EQ(median(std::vector<double>{kInf, -kInf}), kInf);
  EXPECT_EQ(median(std::vector<double>{-kInf, 1}), -kInf);
  EXPECT_EQ(median(std::vector<double>{kInf, kInf}), kInf);
}

struct KnownInterval {
  int n;
  double confidence;
  int lo;
  int hi;
};

// Ranks from tables of the sign test, e.g. Conover, Practical Nonparametric Statistics, table A3.
TEST(MedianInterval, TakesTheKnownOrderStatistics) {
  for (const KnownInterval& known : {KnownInterval{6, 0.95, 1, 6},
                                     {8, 0.95, 1, 8},
                                     {9, 0.95, 2, 8},
                                     {10, 0.95, 2, 9},
                                     {20, 0.95, 6, 15},
                                     {20, 0.99, 4, 17},
                                     {100, 0.95, 40, 61}}) {
    const Estimate estimate = median_with_interval(from_n_down_to_1(known.n), known.confidence);
    EXPECT_EQ(estimate.lo, known.lo) << known.n;
    EXPECT_EQ(estimate.hi, known.hi) << known.n;
    EXPECT_EQ(estimate.value, (known.n + 1) / 2.0);
    EXPECT_EQ(estimate.n, static_cast<std::size_t>(known.n));
  }
}

TEST(MedianInterval, IsMissingForFewerThanSix) {
  for (int n = 1; n < 6; ++n) {
    const Estimate estimate = median_with_interval(from_n_down_to_1(n));
    EXPECT_FALSE(estimate.lo || estimate.hi) << n;
  }
}

TEST(MedianInterval, IsTheNarrowestThatCovers) {
  for (int n = 6; n <= 300; ++n) {
    const Estimate estimate = median_with_interval(from_n_down_to_1(n));
    const int k = static_cast<int>(*estimate.lo);
    EXPECT_LE(probability_below(n, k), 0.025) << n;
    EXPECT_GT(probability_below(n, k + 1), 0.025) << n;
    EXPECT_EQ(*estimate.lo + *estimate.hi, n + 1) << n;
  }
}

TEST(MedianInterval, EndsAtInfinityWhereCellsFailed) {
  std::vector<double> values = from_n_down_to_1(20);
  for (std::size_t i = 0; i < 7; ++i) values[i] = kNaN;
  const Estimate estimate = median_with_interval(values);
  EXPECT_EQ(estimate.value, 10.5);
  EXPECT_EQ(estimate.lo, 6);
  EXPECT_EQ(estimate.hi, kInf);
}

}  // namespace sweep::statistics_test
