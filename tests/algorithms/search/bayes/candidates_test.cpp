#include "algorithms/search/bayes/candidates.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sweep::candidates_test {

using Row = std::vector<double>;

const SearchSpace kMixed({{"x", Uniform{-2, 3}},
                          {"kind", Categorical({"a", "b", "c"})},
                          {"z", Normal{0, 1}},
                          {"n", IntUniform{1, 50}},
                          {"few", IntUniform{1, 5}},
                          {"q", Quantised{Normal{0, 1}, 0.01}}});
const Row kElite = {0, 2, 1 - 1e-6, 0.01, 0.1, 0.5};  // at bounds and corners

void expect_values_of_space(const Encoding& columns, const Row& row) {
  Row snapped = row;
  columns.snap(snapped);
  EXPECT_EQ(snapped, row);
  EXPECT_TRUE(kMixed.contains(columns.point_of(row).values));
}

TEST(Candidates, AreValuesOfTheSpace) {
  const Encoding columns(kMixed);
  Candidates candidates(columns, Stream(1));
  candidates.add_spread();
  candidates.add_neighbours({kElite, kElite});
  candidates.add_lines(kElite);
  ASSERT_GT(candidates.rows().size(), 64 * columns.width());
  for (std::size_t i = 0; i < candidates.rows().size(); ++i) {
    expect_values_of_space(columns, candidates.rows()[i]);
  }
}

TEST(Candidates, SpreadOverEachColumn) {
  const Encoding columns(kMixed);
  Candidates candidates(columns, Stream(1));
  candidates.add_spread();
  for (std::size_t k = 0; k < columns.width(); ++k) {
    std::set<double> values;
    for (std::size_t i = 0; i < candidates.rows().size(); ++i) {
      values.insert(candidates.rows()[i][k]);
    }
    if (columns.is_category(k)) {
      EXPECT_EQ(values.size(), 3u);
    } else {
      EXPECT_LT(*values.begin(), 0.15) << k;
      EXPECT_GT(*values.rbegin(), 0.85) << k;
    }
  }
}

TEST(Candidates, ChangeOneColumnAlongLines) {
  const Encoding columns(kMixed);
  Candidates candidates(columns, Stream(1));
  Row elite = kElite;
  columns.snap(elite);
  candidates.add_lines(elite);
  std::vector<std::set<double>> values(columns.width());
  for (std::size_t i = 0; i < candidates.rows().size(); ++i) {
    const Row row = candidates.rows()[i];
    std::size_t changed = 0;
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (row[k] == elite[k]) continue;
      ++changed;
      values[k].insert(row[k]);
    }
    EXPECT_LE(changed, 1u);
  }
  for (std::size_t k = 0; k < columns.width(); ++k) EXPECT_GE(values[k].size(), 2u) << k;
  EXPECT_EQ(values[1].size(), 2u);
  EXPECT_EQ(values[4].size(), 4u);
}

// A climb takes coordinates from a line as they are.
TEST(Candidates, HaveLinesOfCoordinatesThatValuesHave) {
  const Encoding columns(kMixed);
  Candidates candidates(columns, Stream(1));
  for (std::size_t k = 0; k < columns.width(); ++k) {
    for (int i = 0; i < 3; ++i) {
      const auto line = candidates.line(k);
      EXPECT_GE(line.size(), 3u);
      for (const double x : line) {
        Row row = {0.5, 0, 0.5, 0.01, 0.1, 0.5};
        columns.snap(row);
        row[k] = x;
        expect_values_of_space(columns, row);
      }
    }
  }
}

TEST(Candidates, ShiftTheirLinesAnew) {
  const Encoding columns(kMixed);
  Candidates candidates(columns, Stream(1));
  EXPECT_NE(candidates.line(0), candidates.line(0));
  EXPECT_EQ(candidates.line(1), (Row{0, 1, 2}));
}

TEST(Candidates, ChangeACategoryOfTheFirstRowOnly) {
  const Encoding columns(kMixed);
  const Candidates candidates(columns, Stream(1));
  const Row other = {0.3, 0, 0.3, 0.3, 0.3, 0.3};
  const auto rows = candidates.other_categories({kElite, other}, 5);
  ASSERT_EQ(rows.size(), 5u);
  for (const Row& row : rows) {
    EXPECT_NE(row[1], kElite[1]);
    Row same = row;
    same[1] = kElite[1];
    EXPECT_EQ(same, kElite);
  }
  EXPECT_TRUE(candidates.other_categories({}, 5).empty());
  const Encoding plain(SearchSpace({{"x", Uniform{0, 1}}}));
  EXPECT_TRUE(Candidates(plain, Stream(1)).other_categories({{0.5}}, 5).empty());
}

TEST(Candidates, DependOnTheirStreamOnly) {
  const Encoding columns(kMixed);
  const auto values = [&](std::uint64_t seed) {
    Candidates candidates(columns, Stream(seed));
    candidates.add_spread();
    candidates.add_neighbours({kElite});
    candidates.add_lines(kElite);
    return Row(candidates.rows().values().begin(), candidates.rows().values().end());
  };
  EXPECT_EQ(values(1), values(1));
  EXPECT_NE(values(1), values(2));
}

}  // namespace sweep::candidates_test
