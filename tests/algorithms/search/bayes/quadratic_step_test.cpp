#include "algorithms/search/bayes/quadratic_step.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/space/real_limits.hpp"

namespace sweep::quadratic_step_test {

using Row = std::vector<double>;

const SearchSpace kPlane({{"x", Uniform{0, 1}}, {"y", Uniform{0, 1}}});
const SearchSpace kMixed({{"x", Uniform{0, 1}},
                          {"kind", Categorical({"a", "b"})},
                          {"y", Uniform{0, 1}},
                          {"few", IntUniform{1, 3}}});

// A bowl about (0.6, 0.3) with coupled coordinates.
double bowl(double x, double y) {
  const double a = x - 0.6;
  const double b = y - 0.3;
  return 2 + 3 * a * a + a * b + b * b;
}

TrialTable table_of(const std::vector<Row>& rows, double (*loss)(const Row&)) {
  TrialTable table;
  for (const Row& row : rows) table.end(table.trials(), row, loss(row));
  return table;
}

double plane_loss(const Row& row) { return bowl(row[0], row[1]); }

const std::vector<Row> kAround = {{0.5, 0.5}, {0.7, 0.5}, {0.5, 0.2},
                                  {0.3, 0.6}, {0.8, 0.1}, {0.35, 0.3}};

TEST(QuadraticStep, GoesToTheMinimumOfABowl) {
  const Encoding columns(kPlane);
  QuadraticStep local(columns);
  const auto row = local.propose(columns, table_of(kAround, plane_loss));
  ASSERT_TRUE(row);
  EXPECT_NEAR((*row)[0], 0.6, 1e-9);
  EXPECT_NEAR((*row)[1], 0.3, 1e-9);
}

TEST(QuadraticStep, StaysInItsRegionAndInTheSpace) {
  const Encoding columns(kPlane);
  const auto slope = [](const Row& row) { return -row[0] + 2 * row[1]; };
  const std::vector<Row> rows = {{0.5, 0.5}, {0.4, 0.5}, {0.5, 0.55}, {0.45, 0.6}};
  QuadraticStep local(columns);
  const auto row = local.propose(columns, table_of(rows, slope));
  ASSERT_TRUE(row);
  // 0.95 of the furthest of them, 0.1 away in its widest coordinate.
  EXPECT_NEAR((*row)[0], 0.5 + 0.095, 1e-9);
  EXPECT_NEAR((*row)[1], 0.5 - 0.095, 1e-9);
  const std::vector<Row> corner = {{0.95, 0.05}, {0.5, 0.05}, {0.95, 0.5}, {0.6, 0.6}};
  QuadraticStep there(columns);
  EXPECT_EQ(*there.propose(columns, table_of(corner, slope)), (Row{1, 0}));
}

TEST(QuadraticStep, WidensWhereTheModelHoldsAndNarrowsWhereItDoesNot) {
  const Encoding columns(kPlane);
  const auto slope = [](const Row& row) { return -row[0]; };
  const struct {
    std::string name;
    double share;  // of the predicted fall that came true; NaN: the trial failed
    double factor;
  } cases[] = {{"all of it", 1, 2},   {"more", 3, 2},      {"half", 0.5, 1},
               {"a tenth", 0.1, 0.5}, {"a rise", -1, 0.5}, {"a failure", kNaN, 0.5}};
  for (const auto& row : cases) {
    TrialTable table = table_of({{0.5, 0.5}, {0.4, 0.5}, {0.5, 0.55}}, slope);
    QuadraticStep local(columns);
    const auto step = local.propose(columns, table);
    ASSERT_TRUE(step) << row.name;
    const double radius = (*step)[0] - 0.5;
    local.taken_as(7);
    EXPECT_TRUE(local.awaits(7));
    EXPECT_FALSE(local.awaits(6));
    EXPECT_FALSE(local.propose(columns, table)) << row.name;  // one at a time
    local.end(-0.5 - row.share * radius);
    EXPECT_FALSE(local.awaits(7));
    const auto next = local.propose(columns, table);
    ASSERT_EQ(next.has_value(), true) << row.name;
    EXPECT_NEAR((*next)[0] - 0.5, row.factor * radius, 1e-9) << row.name;
  }
}

TEST(QuadraticStep, StartsAnewWhereTheBestHasMoved) {
  const Encoding columns(kPlane);
  const auto slope = [](const Row& row) { return -row[0]; };
  const TrialTable table = table_of({{0.5, 0.5}, {0.4, 0.5}, {0.5, 0.55}}, slope);
  QuadraticStep local(columns);
  const auto first = local.propose(columns, table);
  local.taken_as(3);
  local.end(kNaN);
  EXPECT_NE(local.propose(columns, table), first);
  local.restart();
  EXPECT_EQ(local.propose(columns, table), first);
}

TEST(QuadraticStep, HasNothingToProposeWithoutAWayDown) {
  const Encoding columns(kPlane);
  const auto flat = [](const Row&) { return 1.0; };
  const auto failed = [](const Row&) { return kNaN; };
  const auto first_two = std::vector<Row>(kAround.begin(), kAround.begin() + 2);
  const struct {
    std::string name;
    TrialTable table;
  } cases[] = {
      {"no trials", {}},
      {"all failed", table_of(kAround, failed)},
      {"too few", table_of(first_two, plane_loss)},
      {"flat", table_of(kAround, flat)},
      {"one place", table_of({{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}}, flat)},
  };
  for (const auto& row : cases) {
    QuadraticStep local(columns);
    EXPECT_FALSE(local.propose(columns, row.table)) << row.name;
  }
  const Encoding categories(SearchSpace({{"k", Categorical({"a", "b"})}}));
  QuadraticStep nowhere(categories);
  EXPECT_FALSE(
      nowhere.propose(categories, table_of({{0}, {1}}, [](const Row& r) { return r[0]; })));
}

TEST(QuadraticStep, ForgetsARegionOfNoSize) {
  const Encoding columns(kPlane);
  TrialTable table = table_of({{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}}, plane_loss);
  QuadraticStep local(columns);
  EXPECT_FALSE(local.propose(columns, table));
  for (const Row& row : {Row{0.4, 0.8}, {0.3, 0.6}, {0.2, 0.55}, {0.45, 0.7}, {0.3, 0.9}}) {
    table.end(table.trials(), row, plane_loss(row));
  }
  ASSERT_EQ(table.best(), 0u);
  EXPECT_TRUE(local.propose(columns, table));
}

TEST(QuadraticStep, KeepsCategoriesAndFewValues) {
  const Encoding columns(kMixed);
  const auto loss = [](const Row& row) { return bowl(row[0], row[2]) + 5 * row[1]; };
  std::vector<Row> rows;
  for (const Row& row : kAround) rows.push_back({row[0], 0, row[1], 0.5});
  TrialTable table = table_of(rows, loss);
  // Others that the model must not mix in: another category, another of few values, a failure.
  table.end(50, {0.6, 1, 0.3, 0.5}, 100);
  table.end(51, {0.55, 0, 0.35, columns.coordinate(3, 0.1)}, -3 + 103);
  table.end(52, {0.58, 0, 0.31, 0.5}, kNaN);
  QuadraticStep local(columns);
  const auto row = local.propose(columns, table);
  ASSERT_TRUE(row);
  EXPECT_NEAR((*row)[0], 0.6, 1e-9);
  EXPECT_EQ((*row)[1], 0);
  EXPECT_NEAR((*row)[2], 0.3, 1e-9);
  EXPECT_EQ((*row)[3], 0.5);
}

// Ripples of a wavelength of 0.02 on a plane: all other trials are in others than the best one.
double ripples(const Row& row) {
  constexpr double kTurns = 2 * 3.14159265358979 / 0.02;
  return row[0] + row[1] - std::cos(kTurns * (row[0] - 0.503)) - std::cos(kTurns * row[1]);
}

TEST(QuadraticStep, LooksAroundTheBestAndGoesDownItsRipple) {
  const Encoding columns(kPlane);
  TrialTable table = table_of({{0.5, 0.5}, {0.52, 0.51}, {0.45, 0.49}, {0.53, 0.47}}, ripples);
  ASSERT_EQ(table.best(), 0u);
  QuadraticStep local(columns);
  local.look_closely(table);
  const std::vector<Row> star = {{0.505, 0.5}, {0.495, 0.5}, {0.5, 0.505}, {0.5, 0.495}};
  for (std::size_t i = 0; local.is_looking(); ++i) {
    const std::optional<Row> row = local.propose(columns, table);
    if (!row) break;
    if (i < star.size()) {
      EXPECT_LT(std::hypot((*row)[0] - star[i][0], (*row)[1] - star[i][1]), 1e-12);
    }
    local.taken_as(100 + i);
    local.end(ripples(*row));
    table.end(100 + i, *row, ripples(*row));
    ASSERT_LT(i, 60u);
  }
  // Where the slope of the ripple, 2 pi/0.02 sin, is -1.
  constexpr double kOff = 0.02 * 0.02 / (4 * 3.14159265358979 * 3.14159265358979);
  const Row& best = table.ended()[*table.best()].row;
  EXPECT_NEAR(best[0], 0.503 - kOff, 1e-5);
  EXPECT_NEAR(best[1], 0.5 - kOff, 1e-5);
}

// Without a mixed term, so that a star determines it; wild outside of the star.
double bowl_in_the_wild(const Row& row) {
  const double x = row[0] - 0.505;
  const double y = row[1] - 0.497;
  return std::max(std::abs(x), std::abs(y)) < 0.05 ? x * x + 2 * y * y : 100 + row[0];
}

TEST(QuadraticStep, GoesDownThroughTheStarAloneWhereAllElseIsFurtherThanItsReach) {
  const Encoding columns(kPlane);
  TrialTable table = table_of({{0.5, 0.5}, {0.6, 0.6}, {0.3, 0.45}, {0.2, 0.9}}, bowl_in_the_wild);
  QuadraticStep local(columns);
  local.look_closely(table);
  for (TrialId id = 100; id < 104; ++id) {
    const std::optional<Row> row = local.propose(columns, table);
    ASSERT_TRUE(row);
    local.taken_as(id);
    local.end(bowl_in_the_wild(*row));
    table.end(id, *row, bowl_in_the_wild(*row));
  }
  ASSERT_EQ(table.best(), 0u);
  const std::optional<Row> row = local.propose(columns, table);
  ASSERT_TRUE(row);
  EXPECT_NEAR((*row)[0], 0.505, 1e-9);
  EXPECT_NEAR((*row)[1], 0.497, 1e-9);
}

TEST(QuadraticStep, LooksAtABestTrialOnce) {
  const Encoding columns(kPlane);
  const TrialTable table = table_of(kAround, plane_loss);
  QuadraticStep local(columns);
  local.look_closely(table);
  EXPECT_TRUE(local.is_looking());
  local.restart();
  EXPECT_FALSE(local.is_looking());
  local.look_closely(table);
  EXPECT_FALSE(local.is_looking());
}

TEST(QuadraticStep, KnowsWhatIsNearTheBest) {
  const Encoding columns(kMixed);
  const QuadraticStep local(columns);
  EXPECT_FALSE(local.is_near({}, {0.5, 0, 0.5, 0.5}));
  const TrialTable table = table_of({{0.5, 0, 0.5, 0.5}}, [](const Row&) { return 1.0; });
  EXPECT_TRUE(local.is_near(table, {0.51, 0, 0.49, 0.5}));
  EXPECT_FALSE(local.is_near(table, {0.51, 1, 0.49, 0.5}));
  EXPECT_FALSE(local.is_near(table, {0.51, 0, 0.9, 0.5}));
}

}  // namespace sweep::quadratic_step_test
