// Values of the suite bbob-mixint as COCO computes them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "objectives/catalog.hpp"
#include "objectives/family.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::bbob_mixint_test {

int number(const Value& vector_case, std::string_view key) {
  return static_cast<int>(as_integer(at(vector_case, key)));
}

void expect_value(const Objective& objective, PointView x, double expected) {
  // Sums of up to 20 terms and a matrix product: a few hundred roundings of 1e-16 at most.
  const double slack = 1e-12 * std::max(1.0, std::abs(expected));
  EXPECT_NEAR(objective.loss(x, 1, Stream(1)), expected, slack);
}

TEST(BbobMixintVectors, AgreeInValuesAndOptima) {
  const Value vectors = read_vectors("bbob-mixint.json");
  std::size_t values = 0;
  for (const Value& vector_case : as_list(at(vectors, "cases"))) {
    const FamilyMember member{"bbob-mixint", number(vector_case, "f"), number(vector_case, "d"),
                              number(vector_case, "i")};
    SCOPED_TRACE(to_text(member));
    const Objective objective = make_objective(to_text(member));
    const std::vector<double> best = as_reals(at(vector_case, "xopt"));
    ASSERT_TRUE(objective.optimum());
    EXPECT_EQ(objective.optimum()->value, as_real(at(vector_case, "fopt")));
    EXPECT_EQ(objective.optimum()->points.front().values, best);
    EXPECT_TRUE(objective.space().contains(best));
    expect_value(objective, std::vector<double>(best.size()), as_real(at(vector_case, "y0")));
    expect_value(objective, best, as_real(at(vector_case, "yopt")));
    const List& points = as_list(at(vector_case, "x"));
    const std::vector<double> expected = as_reals(at(vector_case, "y"));
    ASSERT_EQ(points.size(), expected.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      expect_value(objective, as_reals(points[i]), expected[i]);
    }
    values += expected.size() + 2;
  }
  EXPECT_EQ(values, 1944u);
}

}  // namespace sweep::bbob_mixint_test
