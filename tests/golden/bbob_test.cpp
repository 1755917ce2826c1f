// The functions of COCO's suite bbob, against COCO's own values.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "objectives/bbob/bbob.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::bbob_test {

// What COCO's vectors promise between machines, relative to max(1, |y|).
constexpr double kTolerance = 1e-12;

template <class Check>
void for_each_case(Check check) {
  const Value vectors = read_vectors("bbob.json");
  const List& cases = as_list(at(vectors, "cases"));
  ASSERT_EQ(cases.size(), 360u);
  for (const Value& row : cases) {
    const BbobProblem problem{static_cast<int>(as_integer(at(row, "f"))),
                              static_cast<int>(as_integer(at(row, "d"))),
                              static_cast<int>(as_integer(at(row, "i")))};
    SCOPED_TRACE("f" + std::to_string(problem.function) + " d" + std::to_string(problem.dimension) +
                 " i" + std::to_string(problem.instance));
    check(problem, row);
  }
}

void expect_value(double got, double expected) {
  EXPECT_NEAR(got, expected, kTolerance * std::max(1.0, std::abs(expected)));
}

TEST(BbobVectors, AgreeInEveryValue) {
  for_each_case([](const BbobProblem& problem, const Value& row) {
    const BbobInstance instance(problem);
    const std::vector<double> origin(static_cast<std::size_t>(problem.dimension));
    expect_value(instance.value(origin), as_real(at(row, "y0")));
    expect_value(instance.value(as_reals(at(row, "xopt"))), as_real(at(row, "yopt")));
    const List& points = as_list(at(row, "x"));
    const std::vector<double> values = as_reals(at(row, "y"));
    ASSERT_EQ(points.size(), values.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      SCOPED_TRACE(i);
      expect_value(instance.value(as_reals(points[i])), values[i]);
    }
  });
}

TEST(BbobVectors, AgreeInTheOptimumToTheBit) {
  for_each_case([](const BbobProblem& problem, const Value& row) {
    const auto optimum = make_bbob(problem).optimum();
    ASSERT_TRUE(optimum.has_value());
    EXPECT_EQ(optimum->value, as_real(at(row, "fopt")));
    EXPECT_EQ(optimum->points.front().values, as_reals(at(row, "xopt")));
  });
}

struct LowestRow {
  int dimension;
  int instance;
  double value;
};

// COCO's best values of f20 where rounding shows: a mean of D equal terms is not always the term.
TEST(BbobVectors, AgreeInTheLowestValueOfSchwefelWhereItsLastBitDiffers) {
  for (const LowestRow& row : {LowestRow{2, 5, -6.299999999999998},
                               {2, 6, -22.06},
                               {5, 5, -6.299999999999997},
                               {5, 6, -22.059999999999995},
                               {10, 5, -6.299999999999997},
                               {20, 6, -22.059999999999995},
                               {40, 5, -6.299999999999997},
                               {40, 60, 18.930000000000003}}) {
    EXPECT_EQ(make_bbob({20, row.dimension, row.instance}).optimum()->value, row.value)
        << row.dimension << "-D, instance " << row.instance;
  }
}

struct CancellationRow {
  BbobProblem problem;
  double corner;
  double value;  // COCO's
};

// The rest of a sum that nearly cancels has the error of its terms.
TEST(BbobVectors, AgreeWithinTheErrorOfTermsWhereTheyCancel) {
  constexpr double kOfTerms = 1e-13;
  for (const CancellationRow& row : {CancellationRow{{18, 3, 66}, 5, -3.9565920364343583},
                                     CancellationRow{{17, 20, 30}, -5, -0.2849779067526015}}) {
    const BbobInstance instance(row.problem);
    const std::vector<double> x(static_cast<std::size_t>(row.problem.dimension), row.corner);
    EXPECT_NEAR(instance.value(x), row.value, kOfTerms * std::abs(instance.f_opt()))
        << "f" << row.problem.function;
  }
}

}  // namespace sweep::bbob_test
