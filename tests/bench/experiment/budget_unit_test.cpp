#include "bench/experiment/budget_unit.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::budget_unit_test {

TEST(BudgetUnit, HasANameAndComesBackFromIt) {
  for (const char* name : {"trials", "steps"}) EXPECT_EQ(to_text(budget_unit(name)), name);
  EXPECT_THROW(budget_unit("epochs"), SpecError);
}

}  // namespace sweep::budget_unit_test
