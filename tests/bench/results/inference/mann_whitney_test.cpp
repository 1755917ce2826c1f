#include "bench/results/inference/mann_whitney.hpp"

#include <gtest/gtest.h>

#include "bench/results/inference/effect_size.hpp"

namespace sweep::mann_whitney_test {

constexpr double kRounding = 1e-12;

double u_of(const std::vector<double>& x, const std::vector<double>& y) {
  return mann_whitney(x, y, Alternative::two_sided).u;
}

// The share of all ways to split the numbers that have a U of at most this.
double enumerated_at_most(const std::vector<double>& x, const std::vector<double>& y) {
  std::vector<double> all = x;
  all.insert(all.end(), y.begin(), y.end());
  double ways = 0;
  double count = 0;
  for (std::size_t pattern = 0; pattern < std::size_t{1} << all.size(); ++pattern) {
    std::vector<double> picked;
    std::vector<double> left;
    for (std::size_t i = 0; i < all.size(); ++i) {
      ((pattern >> i & 1) != 0 ? picked : left).push_back(all[i]);
    }
    if (picked.size() != x.size()) continue;
    ++ways;
    if (u_of(picked, left) <= u_of(x, y)) ++count;
  }
  return count / ways;
}

TEST(MannWhitney, IsTheShareOfSplitsWithTiesToo) {
  const std::vector<double> x = {1, 2, 2, 5};
  const std::vector<double> y = {2, 3, 3, 5, 7};
  EXPECT_NEAR(mann_whitney(x, y, Alternative::less).p, enumerated_at_most(x, y), kRounding);
  EXPECT_NEAR(mann_whitney(y, x, Alternative::less).p, enumerated_at_most(y, x), kRounding);
}

TEST(MannWhitney, CountsPairs) {
  EXPECT_EQ(u_of({1, 2, 2}, {2, 0}), 4);  // 1>0, two halves of 2=2, and two of 2>0
  EXPECT_EQ(vargha_delaney(std::vector<double>{1, 2, 2}, std::vector<double>{2, 0}), 4.0 / 6);
  EXPECT_EQ(cliffs_delta(std::vector<double>{1}, std::vector<double>{2}), -1);
}

TEST(MannWhitney, SaysNothingWhereAllAreEqual) {
  const std::vector<double> small(5, 2.0);
  const std::vector<double> large(60, 2.0);
  EXPECT_EQ(mann_whitney(small, small, Alternative::greater).p, 1);
  EXPECT_EQ(mann_whitney(small, large, Alternative::greater).p, 1);
  EXPECT_FALSE(mann_whitney(small, large, Alternative::greater).exact);
}

TEST(MannWhitney, HasTailsThatEndAtOne) {
  const std::vector<double> tails = mann_whitney_tails(3, 2);
  ASSERT_EQ(tails.size(), 7u);
  EXPECT_NEAR(tails[0], 0.1, kRounding);
  EXPECT_NEAR(tails[2], 0.4, kRounding);
  EXPECT_NEAR(tails[6], 1, kRounding);
}

}  // namespace sweep::mann_whitney_test
