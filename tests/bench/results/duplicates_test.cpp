#include "bench/results/duplicates.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>
#include <set>
#include <vector>

namespace sweep::duplicates_test {

TEST(DuplicateCounter, CountsPointsSeenBefore) {
  DuplicateCounter counter;
  EXPECT_EQ(counter.count(), 0U);
  counter.add_rows(std::vector<double>{1, 2, 2, 1, 1, 2, 1, 2}, 2);
  EXPECT_EQ(counter.count(), 2U);
  counter.add(std::vector<double>{2, 1});
  EXPECT_EQ(counter.count(), 3U);
}

TEST(DuplicateCounter, CallsNegativeZeroZero) {
  DuplicateCounter counter;
  counter.add_rows(std::vector<double>{0.0, -0.0}, 1);
  EXPECT_EQ(counter.count(), 1U);
}

TEST(DuplicateCounter, CallsAllNaNsOne) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  DuplicateCounter counter;
  counter.add_rows(std::vector<double>{nan, -nan}, 1);
  EXPECT_EQ(counter.count(), 1U);
}

TEST(DuplicateCounter, AgreesWithASetOfPoints) {
  for (const std::size_t width : {1U, 3U, 40U}) {
    DuplicateCounter blocks;
    DuplicateCounter one_by_one;
    std::set<std::vector<double>> seen;
    std::vector<double> rows;
    std::uint64_t repeats = 0;
    for (int i = 0; i < 5000; ++i) {
      const std::vector<double> point(width, i * i % 4001);
      repeats += seen.insert(point).second ? 0 : 1;
      rows.insert(rows.end(), point.begin(), point.end());
      one_by_one.add(point);
    }
    blocks.add_rows(rows, width);
    EXPECT_EQ(blocks.count(), repeats) << width;
    EXPECT_EQ(one_by_one.count(), repeats) << width;
  }
}

/// 0, 1, 2, .. as points of one coordinate.
std::vector<double> different_points(std::size_t count) {
  std::vector<double> rows(count);
  std::iota(rows.begin(), rows.end(), 0.0);
  return rows;
}

TEST(DuplicateCounter, CountsUpToItsMostDifferentPointsAndThenSaysNothing) {
  DuplicateCounter blocks;
  DuplicateCounter one_by_one;
  const std::vector<double> rows = different_points(DuplicateCounter::kMostDifferent);
  for (int time = 0; time < 3; ++time) blocks.add_rows(rows, 1);
  for (const double x : rows) one_by_one.add({&x, 1});
  EXPECT_EQ(blocks.count(), 2 * rows.size());
  EXPECT_EQ(one_by_one.count(), 0U);
  const std::vector<double> known_and_one_more = {3, 0.5, 3};
  blocks.add_rows(known_and_one_more, 1);
  one_by_one.add({known_and_one_more.data(), 1});
  EXPECT_EQ(one_by_one.count(), 1U);
  one_by_one.add({known_and_one_more.data() + 1, 1});
  for (DuplicateCounter* counter : {&blocks, &one_by_one}) {
    EXPECT_EQ(counter->count(), std::nullopt);
    counter->add_rows(rows, 1);
    counter->add({rows.data(), 1});
    EXPECT_EQ(counter->count(), std::nullopt);
  }
}

TEST(DuplicateCounter, CountsAnyNumberOfTrialsOfFewPoints) {
  DuplicateCounter counter;
  const std::vector<double> rows(1 << 16, 1.0);
  for (int i = 0; i < 300; ++i) counter.add_rows(rows, 1);
  EXPECT_EQ(counter.count(), 300 * rows.size() - 1);
}

}  // namespace sweep::duplicates_test
