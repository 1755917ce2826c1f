#include "objectives/tables/nearest_row.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "algorithms/space/stream.hpp"

namespace sweep::nearest_row_test {

SearchSpace mixed_space() {
  return SearchSpace({{"lr", LogUniform::between(1e-5, 1)},
                      {"opt", Categorical({"adam", "sgd", "lamb"}, {0.5, 0.3, 0.2})},
                      {"epochs", Constant{5}},
                      {"layers", IntUniform{1, 8}},
                      {"scale", Normal{0, 2}},
                      {"batch", Quantised{LogUniform::between(8, 256), 8, true}}});
}

std::vector<double> draw(const SearchSpace& space, std::size_t rows, Stream stream) {
  std::vector<double> points(rows * space.size());
  for (double& u : points) u = stream.uniform();
  for (std::size_t row = 0; row < rows; ++row) {
    space.from_unit(std::span(points).subspan(row * space.size(), space.size()));
  }
  return points;
}

PointView row_of(const std::vector<double>& points, const SearchSpace& space, std::size_t row) {
  return PointView(points).subspan(row * space.size(), space.size());
}

double squared_distance(const SearchSpace& space, PointView a, PointView b) {
  double sum = 0;
  for (std::size_t i = 0; i < space.size(); ++i) {
    const Distribution& distribution = space[i].distribution;
    if (kind(distribution) == Kind::constant) continue;
    if (kind(distribution) == Kind::category) {
      sum += a[i] == b[i] ? 0 : 1;
    } else {
      const double difference = to_unit(distribution, a[i]) - to_unit(distribution, b[i]);
      sum += difference * difference;
    }
  }
  return sum;
}

std::size_t nearest_by_loop(const SearchSpace& space, const std::vector<double>& points,
                            PointView x) {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t row = 0; row < points.size() / space.size(); ++row) {
    const double distance = squared_distance(space, row_of(points, space, row), x);
    if (distance < least) {
      least = distance;
      best = row;
    }
  }
  return best;
}

TEST(NearestRow, IsTheOneThatAPlainLoopFinds) {
  const SearchSpace space = mixed_space();
  for (const std::size_t rows : {1u, 63u, 64u, 65u, 300u}) {
    const std::vector<double> points = draw(space, rows, Stream(rows));
    const NearestRow nearest(space, points);
    const std::vector<double> targets = draw(space, 50, Stream(7));
    for (std::size_t i = 0; i < 50; ++i) {
      const PointView x = row_of(targets, space, i);
      EXPECT_EQ(nearest(x), nearest_by_loop(space, points, x)) << rows << " rows, target " << i;
    }
  }
}

TEST(NearestRow, IsTheRowItselfAtItsPoint) {
  const SearchSpace space = mixed_space();
  const std::vector<double> points = draw(space, 500, Stream(3));
  const NearestRow nearest(space, points);
  EXPECT_EQ(nearest.distinct_rows().size(), 500u);
  for (std::size_t row = 0; row < 500; ++row) {
    EXPECT_EQ(nearest(row_of(points, space, row)), row);
  }
}

TEST(NearestRow, IsTheLowerOneOfATie) {
  const SearchSpace space({{"x", Uniform{0, 1}}, {"y", Uniform{0, 1}}});
  const std::vector<double> points = {0.75, 0.5, 0.25, 0.5, 0.5, 0.75, 0.25, 0.5};
  const NearestRow nearest(space, points);
  EXPECT_EQ(nearest(std::vector{0.5, 0.5}), 0u);
  EXPECT_EQ(nearest(std::vector{0.375, 0.625}), 1u);
  EXPECT_EQ(nearest(std::vector{0.25, 0.5}), 1u);
  EXPECT_EQ(nearest.distinct_rows(), (std::vector<std::size_t>{0, 1, 2}));
}

TEST(NearestRow, CountsADifferentCategoryAsOneWhicheverItIs) {
  const SearchSpace space(
      {{"a", Categorical({"p", "q", "r"})}, {"b", Categorical({"p", "q"})}, {"x", Uniform{0, 1}}});
  const std::vector<double> points = {2, 0, 0.25,  // one category off
                                      1, 1, 0.25,  // none off, far away in x
                                      0, 0, 1.0};  // two off
  const NearestRow nearest(space, points);
  EXPECT_EQ(nearest(std::vector{2.0, 1.0, 0.25}), 0u);
  EXPECT_EQ(nearest(std::vector{1.0, 1.0, 0.99}), 1u);  // 0.74^2 < 1
  EXPECT_EQ(nearest(std::vector{0.0, 1.0, 0.25}), 1u);  // 1 < 0.75^2 + 1; ties with row 0 lose
}

TEST(NearestRow, KnowsNoOrderOfConstants) {
  const SearchSpace space({{"c", Constant{"only"}}});
  const NearestRow nearest(space, std::vector<double>(100, 0));
  EXPECT_EQ(nearest(std::vector{0.0}), 0u);
  EXPECT_EQ(nearest.distinct_rows(), std::vector<std::size_t>{0});
}

TEST(NearestRow, IsSomeRowForPointsOutsideOfTheSpace) {
  const SearchSpace space = mixed_space();
  const NearestRow nearest(space, draw(space, 10, Stream(5)));
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_LT(nearest(std::vector{1e9, -3.0, 7.0, 100.0, 1e300, -5.0}), 10u);
  EXPECT_EQ(nearest(std::vector{nan, nan, nan, nan, nan, nan}), 0u);
}

}  // namespace sweep::nearest_row_test
