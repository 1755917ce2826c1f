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
    // COCO's f20 adds what its own rounding leaves of the function there.
    const double slack = problem.function == 20 ? 1e-15 * std::abs(as_real(at(row, "fopt"))) : 0;
    EXPECT_NEAR(optimum->value, as_real(at(row, "fopt")), slack);
    EXPECT_EQ(optimum->points.front().values, as_reals(at(row, "xopt")));
  });
}

}  // namespace sweep::bbob_test
