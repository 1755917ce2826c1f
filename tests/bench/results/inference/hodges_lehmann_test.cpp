#include "bench/results/inference/hodges_lehmann.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "algorithms/space/stream.hpp"
#include "bench/results/inference/ordered_sums.hpp"

namespace sweep::hodges_lehmann_test {

std::vector<double> drawn(std::size_t n, std::uint64_t seed) {
  Stream stream(seed);
  std::vector<double> values;
  for (std::size_t i = 0; i < n; ++i) values.push_back(static_cast<double>(stream.index(40)) - 20);
  std::sort(values.begin(), values.end());
  return values;
}

TEST(OrderedSums, AreThoseOfTheListedAverages) {
  const std::vector<double> sorted = drawn(15, 1);
  std::vector<double> averages;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    for (std::size_t j = i; j < sorted.size(); ++j) averages.push_back((sorted[i] + sorted[j]) / 2);
  }
  std::sort(averages.begin(), averages.end());
  for (std::size_t k = 1; k <= averages.size(); ++k) {
    EXPECT_EQ(kth_average(sorted, k), averages[k - 1]) << k;
  }
}

TEST(OrderedSums, AreThoseOfTheListedDifferences) {
  const std::vector<double> x = drawn(9, 2);
  const std::vector<double> y = drawn(13, 3);
  std::vector<double> differences;
  for (const double xi : x) {
    for (const double yj : y) differences.push_back(xi - yj);
  }
  std::sort(differences.begin(), differences.end());
  for (std::size_t k = 1; k <= differences.size(); ++k) {
    EXPECT_EQ(kth_difference(x, y, k), differences[k - 1]) << k;
  }
}

TEST(PairedShift, HasNoIntervalForFivePairs) {
  const Shift shift = paired_shift(std::vector<double>{1, 2, 3, 4, 5});
  EXPECT_EQ(shift.estimate, 3);
  EXPECT_FALSE(shift.interval);
  EXPECT_EQ(shift.confidence, 0);
}

TEST(PairedShift, HasTheExtremesForSixPairs) {
  const Shift shift = paired_shift(std::vector<double>{6, 1, 2, 3, 4, 5});
  ASSERT_TRUE(shift.interval);
  EXPECT_EQ(*shift.interval, std::pair(1.0, 6.0));
  EXPECT_EQ(shift.confidence, 1 - 2 / 64.0);
}

TEST(PairedShift, MovesWithTheDifferences) {
  const std::vector<double> differences = drawn(201, 4);
  std::vector<double> moved;
  for (const double d : differences) moved.push_back(d + 8);
  const Shift before = paired_shift(differences);
  const Shift after = paired_shift(moved);
  EXPECT_EQ(after.estimate, before.estimate + 8);
  EXPECT_EQ(after.interval->first, before.interval->first + 8);
  EXPECT_NEAR(before.confidence, 0.95, 0.001);
}

TEST(PairedShift, TakesInfinities) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const Shift shift = paired_shift(std::vector<double>{kInfinity, kInfinity, kInfinity, 1});
  EXPECT_EQ(shift.estimate, kInfinity);
}

TEST(SampleShift, IsTheOppositeOfTheOtherOrder) {
  const std::vector<double> x = drawn(12, 5);
  const std::vector<double> y = drawn(60, 6);
  const Shift there = sample_shift(x, y);
  const Shift back = sample_shift(y, x);
  EXPECT_EQ(there.estimate, -back.estimate);
  EXPECT_EQ(there.interval->first, -back.interval->second);
}

}  // namespace sweep::hodges_lehmann_test
