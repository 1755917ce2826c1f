#include "algorithms/search/grid/grid.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "algorithms/text/error.hpp"
#include "tests/support/asked.hpp"

namespace sweep::grid_test {

SearchTask task(std::vector<Parameter> parameters, std::optional<std::uint64_t> budget = {}) {
  return {SearchSpace(std::move(parameters)), budget};
}

std::vector<Point> ask_all(GridSearch grid, std::size_t limit = 1000) {
  std::vector<Point> points;
  const Stream trials(1);
  while (points.size() < limit) {
    const auto point = asked(grid, points.size(), trials.child(points.size()));
    if (!point) break;
    points.push_back(*point);
  }
  return points;
}

Trial ended(Point point) { return {0, std::move(point), TrialState::completed, {{1, 0.5}}}; }

const std::vector<Parameter> kTwoByThree = {{"a", Categorical({4, 5})}, {"b", IntUniform{1, 3}}};

TEST(GridSearch, VariesTheLastParameterFastest) {
  const std::vector<Point> expected = {{{0, 1}}, {{0, 2}}, {{0, 3}}, {{1, 1}}, {{1, 2}}, {{1, 3}}};
  EXPECT_EQ(ask_all(GridSearch(task(kTwoByThree), {})), expected);
}

TEST(GridSearch, SkipsWhatOthersCover) {
  GridSearch grid(task(kTwoByThree), {});
  grid.tell(ended({{0, 2}}));
  grid.observe({9, {{1, 1}}, TrialState::running, {}});
  grid.tell(ended({{7, 7}}));  // no point of this grid
  const std::vector<Point> expected = {{{0, 1}}, {{0, 3}}, {{1, 2}}, {{1, 3}}};
  EXPECT_EQ(ask_all(grid), expected);
}

TEST(GridSearch, IsNotDisturbedByItsOwnTrials) {
  GridSearch grid(task(kTwoByThree), {});
  const Stream trials(1);
  std::set<std::vector<double>> seen;
  for (TrialId id = 0; id < 6; ++id) {
    const auto point = asked(grid, id, trials.child(id));
    ASSERT_TRUE(point);
    seen.insert(point->values);
    grid.tell(ended(*point));
  }
  EXPECT_EQ(seen.size(), 6u);
  EXPECT_FALSE(asked(grid, 6, trials.child(6)));
}

TEST(GridSearch, VisitsEverythingOnceInARandomOrder) {
  GridSearch grid(task({{"a", IntUniform{1, 20}}, {"b", IntUniform{1, 15}}}), {0, true});
  std::vector<Point> points = ask_all(grid);
  ASSERT_EQ(points.size(), 300u);
  const auto by_values = [](const Point& p, const Point& q) { return p.values < q.values; };
  EXPECT_FALSE(std::is_sorted(points.begin(), points.end(), by_values));
  std::sort(points.begin(), points.end(), by_values);
  EXPECT_EQ(std::unique(points.begin(), points.end()), points.end());
}

TEST(GridSearch, SkipsInARandomOrderToo) {
  GridSearch grid(task(kTwoByThree), {0, true});
  for (const double b : {1.0, 2.0, 3.0}) grid.tell(ended({{0, b}}));
  EXPECT_EQ(ask_all(grid).size(), 3u);
}

TEST(GridSearch, WalksAProductOfTenToTheTwelve) {
  std::vector<Parameter> parameters;
  for (int i = 0; i < 12; ++i) parameters.push_back({"p" + std::to_string(i), IntUniform{0, 9}});
  for (const bool random_order : {false, true}) {
    GridSearch grid(task(parameters), {0, random_order});
    EXPECT_EQ(to_text(Cardinality(grid.size())), "1000000000000");
    EXPECT_EQ(ask_all(grid, 100).size(), 100u);
  }
}

TEST(GridSearch, GivesContinuousParametersTheLevelsThatTheBudgetAllows) {
  // Nine trials, two infinite parameters: three levels of each, at quantiles 1/6, 1/2, 5/6.
  const auto points =
      ask_all(GridSearch(task({{"x", Uniform{0, 6}}, {"y", Uniform{0, 6}}}, 9), {}));
  ASSERT_EQ(points.size(), 9u);
  EXPECT_DOUBLE_EQ(points[0].values[0], 1);
  EXPECT_DOUBLE_EQ(points[1].values[1], 3);
  EXPECT_DOUBLE_EQ(points[8].values[1], 5);
  // Never fewer than two, even if the budget is smaller than the grid.
  EXPECT_EQ(GridSearch(task({{"x", Normal{}}, {"y", IntUniform{1, 50}}}, 10), {}).size(), 100u);
}

TEST(GridSearch, CountsLevelsThatRoundToOneValueOnce) {
  EXPECT_EQ(GridSearch(task({{"x", Quantised{Normal{0, 1}, 2}}}), {100, false}).size(), 3u);
}

TEST(GridSearch, RefusesInfiniteParametersWithoutLevels) {
  EXPECT_THROW(GridSearch(task({{"x", Uniform{0, 1}}}), {}), SpecError);
  const SearchSpace as_wandb({{"x", Quantised{Normal{}, 1}}}, Behaviour::as_wandb);
  EXPECT_THROW(GridSearch({as_wandb, 10}, {5, false}), SpecError);
}

TEST(GridSearch, RefusesProductsBeyondTwoToThe127) {
  std::vector<Parameter> parameters;
  for (int i = 0; i < 5; ++i) parameters.push_back({"p" + std::to_string(i), IntUniform{0, 1e9}});
  EXPECT_THROW(GridSearch(task(parameters), {}), SpecError);
}

}  // namespace sweep::grid_test
