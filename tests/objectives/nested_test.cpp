#include "objectives/nested.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::nested_test {

TEST(NestedObjective, HasItsOptionsInBrackets) {
  EXPECT_EQ(from_nested("ackley(dim=5&shift=3)"), "ackley?dim=5&shift=3");
  EXPECT_EQ(to_nested("ackley?dim=5&shift=3"), "ackley(dim=5&shift=3)");
  EXPECT_EQ(from_nested("branin"), "branin");
  EXPECT_EQ(to_nested("branin"), "branin");
}

TEST(NestedObjective, IsMadeAsOneThatStandsAlone) {
  EXPECT_EQ(NestedObjective::read("ackley(dim=5)").value().make().space().size(), 5u);
  EXPECT_THROW(static_cast<void>(NestedObjective{"ackly"}.make()), SpecError);
}

TEST(NestedObjective, HasTheCanonicalTextOfWhatIsInside) {
  EXPECT_EQ(NestedObjective::canonical("ackley(dim=02)"), "ackley");
  EXPECT_EQ(NestedObjective::canonical("ackley(noise=0.10&dim=03)"), "ackley(dim=3&noise=0.1)");
}

}  // namespace sweep::nested_test
