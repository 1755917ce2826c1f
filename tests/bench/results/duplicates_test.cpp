#include "bench/results/duplicates.hpp"

#include <gtest/gtest.h>

#include <limits>
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

TEST(DuplicateCounter, GivesUpBeyondItsLimit) {
  DuplicateCounter counter;
  const std::vector<double> rows(1 << 16, 1.0);
  for (int i = 0; i < 256; ++i) counter.add_rows(rows, 1);
  EXPECT_EQ(counter.count(), DuplicateCounter::kLargestCount - 1);
  counter.add(std::vector<double>{2});
  EXPECT_EQ(counter.count(), std::nullopt);
  counter.add_rows(rows, 1);
  EXPECT_EQ(counter.count(), std::nullopt);
}

}  // namespace sweep::duplicates_test
