#include "bench/results/measures/virtual_best.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "bench/results/measures/targets.hpp"

namespace sweep::virtual_best_test {

/// ERTs to the targets of tables, as the papers of the BBOB workshops print them.
struct PrintedRow {
  int function;
  int dimension;
  std::vector<double> erts;
};

const PrintedRow kPrinted[] = {
    {1, 5, {11, 12, 12, 12, 12, 12, 12}},
    {2, 5, {83, 87, 88, 89, 90, 92, 94}},
    {3, 5, {716, 1622, 1637, 1642, 1646, 1650, 1654}},
    {4, 5, {809, 1633, 1688, 1758, 1817, 1886, 1903}},
    {5, 5, {10, 10, 10, 10, 10, 10, 10}},
    {8, 5, {73, 273, 336, 372, 391, 410, 422}},
    {10, 5, {349, 500, 574, 607, 626, 829, 880}},
    {15, 5, {511, 9310, 19369, 19743, 20073, 20769, 21359}},
    {20, 5, {16, 851, 38111, 51362, 54470, 54861, 55313}},
    {1, 20, {43, 43, 43, 43, 43, 43, 43}},
    {20, 20, {82, 46150, 3098892, 5518597, 5543119, 5590720, 5635848}},
};

TEST(VirtualBest, HasThePrintedNumbers) {
  const std::vector<double> targets = table_targets();
  for (const PrintedRow& row : kPrinted) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
      EXPECT_EQ(virtual_best_ert(row.function, row.dimension, targets[i], Archive::solvers_2009),
                row.erts[i])
          << "f" << row.function << " " << row.dimension << "-D " << targets[i];
    }
  }
}

/// The mean over the functions of the fraction of the 51 targets reached within 1, 2, 5, 10, 20, 50
/// and 100 evaluations by dimension, to six decimals.
struct FractionsRow {
  Archive archive;
  int dimension;
  std::vector<double> fractions;
};

const FractionsRow kFractions[] = {
    {Archive::solvers_2009, 2, {0.060458, 0.120098, 0.180556, 0.230392, 0.316993, 0.525327, 0.604575}},
    {Archive::solvers_2009, 3, {0.050654, 0.065359, 0.160131, 0.185458, 0.272876, 0.356209, 0.519608}},
    {Archive::solvers_2009, 5, {0.041667, 0.085784, 0.147059, 0.165033, 0.241013, 0.308007, 0.429739}},
    {Archive::solvers_2009, 10, {0.033497, 0.079248, 0.132353, 0.148693, 0.212418, 0.257353, 0.321078}},
    {Archive::solvers_2009, 20, {0.029412, 0.034314, 0.125817, 0.134804, 0.193627, 0.234477, 0.269608}},
    {Archive::solvers_2009, 40, {0.025327, 0.027778, 0.117647, 0.130719, 0.167484, 0.212418, 0.240196}},
    {Archive::solvers_2009_to_2016, 2, {0.065359, 0.123366, 0.193627, 0.251634, 0.368464, 0.611928, 0.775327}},
    {Archive::solvers_2009_to_2016, 3, {0.053105, 0.070261, 0.173203, 0.229575, 0.320261, 0.522876, 0.631536}},
    {Archive::solvers_2009_to_2016, 5, {0.041667, 0.094771, 0.160948, 0.214052, 0.290033, 0.421569, 0.558007}},
    {Archive::solvers_2009_to_2016, 10, {0.037582, 0.083333, 0.139706, 0.194444, 0.256536, 0.382353, 0.523693}},
    {Archive::solvers_2009_to_2016, 20, {0.03268, 0.078431, 0.132353, 0.172386, 0.239379, 0.316993, 0.446078}},
    {Archive::solvers_2009_to_2016, 40, {0.026961, 0.028595, 0.120098, 0.139706, 0.195261, 0.269608, 0.29902}},
};

// Every number of the table is in one of these.
TEST(VirtualBest, ReachesTheFractionsOfTargetsThatTheSourceSays) {
  constexpr double kBudgets[] = {1, 2, 5, 10, 20, 50, 100};
  constexpr double kSixDecimals = 5.1e-7;
  for (const FractionsRow& row : kFractions) {
    for (std::size_t i = 0; i < row.fractions.size(); ++i) {
      double reached = 0;
      for (int function = 1; function <= 24; ++function) {
        const auto erts = virtual_best_erts(function, row.dimension, row.archive);
        reached += static_cast<double>(std::count_if(
            erts.begin(), erts.end(), [&](double ert) { return ert <= kBudgets[i] * row.dimension; }));
      }
      EXPECT_NEAR(reached / (24 * 51), row.fractions[i], kSixDecimals)
          << row.dimension << "-D, budget " << kBudgets[i];
    }
  }
}

// More solvers and easier targets can only be quicker; but the archives in 40-D are not the same.
TEST(VirtualBest, IsNoWorseWithMoreSolversAndForEasierTargets) {
  for (int function = 1; function <= 24; ++function) {
    for (const int dimension : {2, 3, 5, 10, 20, 40}) {
      const auto first = virtual_best_erts(function, dimension, Archive::solvers_2009);
      EXPECT_TRUE(std::is_sorted(first.begin(), first.end())) << function << " " << dimension;
      const auto all = virtual_best_erts(function, dimension, Archive::solvers_2009_to_2016);
      EXPECT_TRUE(std::is_sorted(all.begin(), all.end())) << function << " " << dimension;
      EXPECT_LE(all.back(), dimension < 40 ? first.back() : INFINITY) << function;
    }
  }
}

TEST(VirtualBest, HasNothingOfOtherFunctionsDimensionsAndTargets) {
  EXPECT_TRUE(virtual_best_erts(1, 4, Archive::solvers_2009).empty());
  EXPECT_TRUE(virtual_best_erts(0, 5, Archive::solvers_2009).empty());
  EXPECT_TRUE(virtual_best_erts(25, 5, Archive::solvers_2009).empty());
  EXPECT_EQ(virtual_best_ert(1, 5, 1e-9, Archive::solvers_2009), std::nullopt);
  EXPECT_EQ(virtual_best_ert(1, 5, 1e6, Archive::solvers_2009), 1);  // that of the easiest target
  EXPECT_EQ(virtual_best_ert(1, 5, 1e-8 * (1 - 1e-12), Archive::solvers_2009), 12);
}

TEST(VirtualBest, IsInfiniteWhereNobodyEverGotThere) {
  std::size_t never = 0;
  for (const Archive archive : {Archive::solvers_2009, Archive::solvers_2009_to_2016}) {
    for (int function = 1; function <= 24; ++function) {
      for (const int dimension : {2, 3, 5, 10, 20, 40}) {
        const auto erts = virtual_best_erts(function, dimension, archive);
        never += static_cast<std::size_t>(
            std::count(erts.begin(), erts.end(), std::numeric_limits<double>::infinity()));
      }
    }
  }
  EXPECT_EQ(never, 35U);
}

}  // namespace sweep::virtual_best_test
