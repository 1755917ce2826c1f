#include "algorithms/search/bayes/initial_design.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace sweep::initial_design_test {

using Row = std::vector<double>;

const SearchSpace kMixed({{"x", Uniform{-2, 3}},
                          {"kind", Categorical({"a", "b", "c"})},
                          {"z", Normal{0, 1}},
                          {"n", IntUniform{1, 50}}});

// The best is where x and n are high, z low and the category the last.
double loss_of(const Row& row) { return -row[0] - row[1] + row[2] - row[3]; }

std::vector<Row> first_rows(const SearchSpace& space, const InitialDesign::Plan& plan,
                            double (*loss)(const Row&)) {
  const Encoding columns(space);
  InitialDesign first(columns, plan);
  TrialTable trials;
  std::vector<Row> rows;
  const Stream stream(1);
  while (rows.size() < 200) {
    const TrialId id = rows.size();
    const auto row = first.next(columns, trials, stream.child(id));
    if (!row) break;
    trials.start(id, *row);
    trials.end(id, *row, loss(*row));
    rows.push_back(*row);
  }
  return rows;
}

std::size_t differences(const Row& a, const Row& b) {
  std::size_t count = 0;
  for (std::size_t k = 0; k < a.size(); ++k) count += a[k] != b[k] ? 1 : 0;
  return count;
}

TEST(InitialDesign, AreDistinctValuesOfTheSpace) {
  const Encoding columns(kMixed);
  for (const DesignKind kind : {DesignKind::coordinates, DesignKind::sobol}) {
    const auto rows = first_rows(kMixed, {kind, 30}, loss_of);
    EXPECT_EQ(rows.size(), 30u);
    EXPECT_EQ(std::set<Row>(rows.begin(), rows.end()).size(), rows.size());
    for (const Row& row : rows) {
      Row snapped = row;
      columns.snap(snapped);
      EXPECT_EQ(snapped, row);
      EXPECT_TRUE(kMixed.contains(columns.point_of(row).values));
    }
  }
}

TEST(InitialDesign, AreAsManyAsTheirKindNeeds) {
  EXPECT_EQ(first_rows(kMixed, {DesignKind::coordinates, 0}, loss_of).size(), 9u);
  EXPECT_EQ(first_rows(kMixed, {DesignKind::sobol, 0}, loss_of).size(), 5u);
  EXPECT_EQ(first_rows(kMixed, {DesignKind::coordinates, 3}, loss_of).size(), 3u);
}

TEST(InitialDesign, ChangeOneCoordinateOfTheBestSoFar) {
  const auto rows = first_rows(kMixed, {}, loss_of);
  Row best = rows.front();
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::size_t changed = (i - 1) / 2;
    EXPECT_EQ(differences(rows[i], best), 1u) << i;
    EXPECT_NE(rows[i][changed], best[changed]) << i;
    if (loss_of(rows[i]) < loss_of(best)) best = rows[i];
  }
  // Each change for the better was kept.
  EXPECT_GT(best[0], 0.7);
  EXPECT_EQ(best[1], 2);
  EXPECT_LT(best[2], 0.3);
  EXPECT_GT(best[3], 0.7);
}

TEST(InitialDesign, TryBothOuterThirdsOfEachCoordinate) {
  const auto rows = first_rows(kMixed, {}, [](const Row&) { return 1.0; });
  ASSERT_EQ(rows.size(), 9u);
  for (const std::size_t k : {0u, 2u, 3u}) {
    const double a = rows[1 + 2 * k][k];
    const double b = rows[2 + 2 * k][k];
    EXPECT_LT(std::min(a, b), 1.0 / 3) << k;
    EXPECT_GT(std::max(a, b), 2.0 / 3) << k;
    EXPECT_NEAR(rows[0][k], 0.5, 0.011) << k;  // of 50 values the middle one is half a cell off
  }
  const std::set<double> categories = {rows[0][1], rows[3][1], rows[4][1]};
  EXPECT_GE(categories.size(), 2u);
}

TEST(InitialDesign, GoOnFromTheMiddleAfterFailures) {
  const auto rows = first_rows(kMixed, {}, [](const Row&) { return std::nan(""); });
  ASSERT_EQ(rows.size(), 9u);
  for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_EQ(differences(rows[i], rows[0]), 1u) << i;
}

TEST(InitialDesign, DoNotRepeatInSpacesOfFewValues) {
  const struct {
    std::string name;
    SearchSpace space;
    std::size_t points;  // all there are, where first points are asked for without end
  } cases[] = {
      {"one of two", SearchSpace({{"a", Categorical({"x", "y"})}}), 2},
      {"two times two", SearchSpace({{"a", Categorical({"x", "y"})}, {"b", IntUniform{0, 1}}}), 4},
      {"one value", SearchSpace({{"a", Categorical({"x"})}}), 1},
  };
  for (const auto& row : cases) {
    for (const DesignKind kind : {DesignKind::coordinates, DesignKind::sobol}) {
      const auto rows = first_rows(row.space, {kind, 100}, [](const Row& x) { return x[0]; });
      EXPECT_EQ(std::set<Row>(rows.begin(), rows.end()).size(), rows.size()) << row.name;
      EXPECT_LE(rows.size(), row.points) << row.name;
      EXPECT_GE(rows.size(), (row.points + 1) / 2) << row.name;
    }
  }
}

}  // namespace sweep::initial_design_test
