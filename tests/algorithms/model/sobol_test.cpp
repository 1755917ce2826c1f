#include "algorithms/model/sobol.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace sweep::sobol_test {

TEST(SobolSet, HasOneOfItsFirstPointsInEachIntervalOfAColumn) {
  constexpr std::size_t kWidth = 40;
  for (const std::size_t n : {2u, 8u, 64u, 256u}) {
    SobolSet set(kWidth, Stream(5));
    std::vector<std::set<int>> hit(kWidth);
    for (std::size_t i = 0; i < n; ++i) {
      const auto row = set.next();
      ASSERT_EQ(row.size(), kWidth);
      for (std::size_t k = 0; k < kWidth; ++k) {
        EXPECT_GT(row[k], 0);
        EXPECT_LT(row[k], 1);
        hit[k].insert(static_cast<int>(row[k] * static_cast<double>(n)));
      }
    }
    for (std::size_t k = 0; k < kWidth; ++k) EXPECT_EQ(hit[k].size(), n) << k;
  }
}

// A (0, 2)-sequence in its first two columns: each box of area 1/n holds one point.
TEST(SobolSet, HasOneOfItsFirstPointsInEachBoxOfTwoColumns) {
  constexpr int kPoints = 64;
  for (int across = 1; across <= kPoints; across *= 2) {
    SobolSet set(2, Stream(5));
    std::set<std::pair<int, int>> hit;
    for (int i = 0; i < kPoints; ++i) {
      const auto row = set.next();
      hit.insert({static_cast<int>(row[0] * across), static_cast<int>(row[1] * kPoints / across)});
    }
    EXPECT_EQ(hit.size(), static_cast<std::size_t>(kPoints)) << across;
  }
}

TEST(SobolSet, GoesOnFromACopyAsFromItself) {
  SobolSet set(1030, Stream(5));  // columns beyond those of the sequence, too
  set.next();
  SobolSet copy = set;
  SobolSet assigned(1, Stream(6));
  assigned = set;
  for (int i = 0; i < 4; ++i) {
    const auto row = set.next();
    EXPECT_EQ(copy.next(), row);
    EXPECT_EQ(assigned.next(), row);
  }
}

TEST(SobolSet, IsShiftedByItsStream) {
  const auto first = SobolSet(3, Stream(5)).next();
  EXPECT_EQ(SobolSet(3, Stream(5)).next(), first);
  const auto other = SobolSet(3, Stream(6)).next();
  for (std::size_t k = 0; k < 3; ++k) EXPECT_NE(other[k], first[k]);
}

TEST(SobolSet, HasEmptyRowsWithoutColumns) {
  SobolSet set(0, Stream(5));
  EXPECT_TRUE(set.next().empty());
  EXPECT_TRUE(set.next().empty());
}

}  // namespace sweep::sobol_test
