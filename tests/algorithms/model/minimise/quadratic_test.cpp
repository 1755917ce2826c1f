#include "algorithms/model/minimise/quadratic.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "algorithms/space/stream.hpp"

namespace sweep::quadratic_test {

std::vector<double> random_rows(std::size_t rows, std::size_t n, double reach) {
  Stream stream(3);
  std::vector<double> all(rows * n);
  for (double& x : all) x = reach * (2 * stream.uniform() - 1);
  return all;
}

std::vector<double> values_at(const Quadratic& q, std::span<const double> rows) {
  const std::size_t n = q.gradient.size();
  std::vector<double> values;
  for (std::size_t i = 0; i < rows.size(); i += n) values.push_back(q(rows.subspan(i, n)));
  return values;
}

void expect_near(const std::vector<double>& a, const std::vector<double>& b, double tolerance) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], tolerance) << i;
}

double frobenius(const Quadratic& q) {
  double sum = 0;
  for (const double h : q.hessian) sum += h * h;
  return std::sqrt(sum);
}

const Quadratic kBowl3 = {1.5, {1, -2, 0.5}, {4, 1, 0, 1, 3, -1, 0, -1, 2}};

TEST(Quadratic, HasAsManyCoefficientsAsItSays) {
  EXPECT_EQ(quadratic_coefficients(1), 3u);
  EXPECT_EQ(quadratic_coefficients(2), 6u);
  EXPECT_EQ(quadratic_coefficients(10), 66u);
}

TEST(LeastNormQuadratic, RecoversAQuadraticFromEnoughRows) {
  for (const double reach : {1.0, 1e-3}) {
    // The system's condition is that of products of coordinates, below 1e5 for these rows; a
    // second derivative is known to the values' rounding over reach^2.
    constexpr double kRounding = 1e-11;
    const auto rows = random_rows(quadratic_coefficients(3) + 4, 3, reach);
    const Quadratic found = least_norm_quadratic(rows, values_at(kBowl3, rows), 3);
    EXPECT_NEAR(found.value, kBowl3.value, kRounding);
    expect_near(found.gradient, kBowl3.gradient, kRounding / reach);
    expect_near(found.hessian, kBowl3.hessian, kRounding / (reach * reach));
  }
}

TEST(LeastNormQuadratic, GoesThroughFewRowsWithNoMoreCurvatureThanNeeded) {
  constexpr double kTolerance = 1e-10;
  const auto rows = random_rows(7, 3, 1);
  const auto values = values_at(kBowl3, rows);
  const Quadratic found = least_norm_quadratic(rows, values, 3);
  expect_near(values_at(found, rows), values, kTolerance);
  EXPECT_LT(frobenius(found), frobenius(kBowl3));  // which goes through the rows as well
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      EXPECT_NEAR(found.hessian[3 * i + j], found.hessian[3 * j + i], kTolerance);
    }
  }
}

TEST(LeastNormQuadratic, IsLinearForRowsOfALinearFunction) {
  const Quadratic plane = {2, {1, -3}, {0, 0, 0, 0}};
  for (const std::size_t n : {3u, 4u, 6u, 12u}) {
    const auto rows = random_rows(n, 2, 0.5);
    const Quadratic found = least_norm_quadratic(rows, values_at(plane, rows), 2);
    EXPECT_NEAR(found.value, 2, 1e-11) << n;
    expect_near(found.gradient, plane.gradient, 1e-11);
    expect_near(found.hessian, plane.hessian, 1e-10);
  }
}

// What least squares give for three contradicting values at each of three places is their average.
TEST(LeastNormQuadratic, AveragesWhatContradicts) {
  const std::vector<double> rows = {-1, -1, -1, 0, 0, 0, 1, 1, 1};
  const std::vector<double> values = {1, 2, 3, -1, 0, 1, 3, 4, 5};  // averages 2, 0, 4
  const Quadratic found = least_norm_quadratic(rows, values, 1);
  EXPECT_NEAR(found(std::vector<double>{-1}), 2, 1e-12);
  EXPECT_NEAR(found(std::vector<double>{0}), 0, 1e-12);
  EXPECT_NEAR(found(std::vector<double>{1}), 4, 1e-12);
}

TEST(LeastNormQuadratic, IsAConstantThroughOneRow) {
  for (const std::vector<double>& row : {std::vector<double>{0, 0}, {0.3, -0.1}, {1e-200, 0}}) {
    const Quadratic found = least_norm_quadratic(row, std::vector<double>{7}, 2);
    EXPECT_NEAR(found(row), 7, 1e-12);
    for (const double h : found.hessian) EXPECT_NEAR(h, 0, 1e-12);
    EXPECT_TRUE(std::isfinite(found(std::vector<double>{0.1, 0.1})));
  }
}

struct Box {
  std::string name;
  Quadratic quadratic;
  std::vector<double> lo;
  std::vector<double> hi;
};

const Box kBoxes[] = {
    {"inside", {0, {-1, 0.5}, {4, 1, 1, 3}}, {-1, -1}, {1, 1}},
    {"narrow valley", {0, {-0.3, -0.2}, {100, 99, 99, 100}}, {-1, -1}, {1, 1}},
    {"at an edge", {0, {-10, 0.5}, {4, 1, 1, 3}}, {-1, -1}, {0.5, 1}},
    {"at a corner", {3, {2, 5}, {1, 0, 0, 1}}, {-0.5, -0.25}, {1, 1}},
    {"linear", {0, {1, -1}, {0, 0, 0, 0}}, {-0.1, -0.2}, {0.3, 0.4}},
    {"concave", {0, {0.1, -0.2}, {-2, 0, 0, -3}}, {-1, -1}, {0.9, 1}},
    {"saddle", {0, {0.2, 0.3}, {2, 0, 0, -1}}, {-1, -1}, {1, 0.8}},
    {"turned saddle", {0, {0.1, 0.3}, {1, 2, 2, 1}}, {-1, -1}, {1, 1}},
    {"0 in a corner", {0, {-1, 2}, {1, 0.5, 0.5, 1}}, {0, 0}, {0.5, 0.5}},
    {"one point", {0, {-1, 2}, {1, 0, 0, 1}}, {0, 0}, {0, 0}},
};

double lowest_of_grid(const Box& box) {
  constexpr int kCells = 400;
  double lowest = box.quadratic(box.lo);
  for (int i = 0; i <= kCells; ++i) {
    for (int j = 0; j <= kCells; ++j) {
      const std::vector<double> x = {box.lo[0] + (box.hi[0] - box.lo[0]) * i / kCells,
                                     box.lo[1] + (box.hi[1] - box.lo[1]) * j / kCells};
      lowest = std::min(lowest, box.quadratic(x));
    }
  }
  return lowest;
}

TEST(BoxMinimum, IsAsLowAsAnyPointOfAFineGrid) {
  for (const Box& box : kBoxes) {
    const auto x = box_minimum(box.quadratic, box.lo, box.hi);
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_GE(x[i], box.lo[i]) << box.name;
      EXPECT_LE(x[i], box.hi[i]) << box.name;
    }
    EXPECT_LE(box.quadratic(x), lowest_of_grid(box) + 1e-12) << box.name;
  }
}

TEST(BoxMinimum, SolvesConvexOnesToTheLastDigits) {
  // x = -H^-1 g: of the valley, by hand, with a determinant of 199.
  const auto x = box_minimum(kBoxes[1].quadratic, kBoxes[1].lo, kBoxes[1].hi);
  EXPECT_NEAR(x[0], (100 * 0.3 - 99 * 0.2) / 199, 1e-13);
  EXPECT_NEAR(x[1], (100 * 0.2 - 99 * 0.3) / 199, 1e-13);
}

TEST(BoxMinimum, EndsInTheCornerThatALineFallsTo) {
  const auto x = box_minimum(kBoxes[4].quadratic, kBoxes[4].lo, kBoxes[4].hi);
  EXPECT_EQ(x, (std::vector<double>{-0.1, 0.4}));
}

}  // namespace sweep::quadratic_test
