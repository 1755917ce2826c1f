#include "algorithms/space/distributions/interval.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/space/real_limits.hpp"

namespace sweep::interval_test {

TEST(RangeProblem, WantsBoundsThatAreFiniteAndDiffer) {
  EXPECT_EQ(range_problem(1, 2), "");
  EXPECT_EQ(range_problem(1, std::nextafter(1, 2)), "");
  EXPECT_EQ(range_problem(1, 1), "min 1 is not less than max 1");
  EXPECT_EQ(range_problem(2, 1), "min 2 is not less than max 1");
  EXPECT_EQ(range_problem(-kInfinity, 1), "min -inf is not a finite number");
  EXPECT_EQ(range_problem(0, kInfinity), "max inf is not a finite number");
  EXPECT_EQ(range_problem(-1.5e308, 1.5e308), "max 1.5e+308 - min -1.5e+308 is too large");
}

TEST(AboveProblem, WantsMoreThanTheBound) {
  EXPECT_EQ(above_problem("q", 0.5, 0), "");
  EXPECT_EQ(above_problem("q", 0, 0), "q 0 is not a finite number greater than 0");
  EXPECT_EQ(above_problem("q", kInfinity, 0), "q inf is not a finite number greater than 0");
}

}  // namespace sweep::interval_test
