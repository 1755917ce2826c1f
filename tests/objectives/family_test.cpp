#include "objectives/family.hpp"

#include <gtest/gtest.h>

namespace sweep::family_test {

TEST(FamilyMember, IsTakenFromTheName) {
  const auto member = family_member(" bbob-mixint/f3/d10/i71 ?noise=0.1&shift=3");
  ASSERT_TRUE(member);
  EXPECT_EQ(member->family, "bbob-mixint");
  EXPECT_EQ(member->function, 3);
  EXPECT_EQ(member->dimension, 10);
  EXPECT_EQ(member->instance, 71);
  EXPECT_EQ(to_text(*member), "bbob-mixint/f3/d10/i71");
}

TEST(FamilyMember, IsNothingForAnyOtherObjective) {
  for (const char* text : {"",
                           "ackley",
                           "bbob",
                           "bbob/f1",
                           "bbob/f1/d5",
                           "bbob/f1/d5/i1/i2",
                           "bbob/f1-2/d5/i1",
                           "bbob/f1,2/d5/i1",
                           "bbob/d5/f1/i1",
                           "bbob/f/d5/i1",
                           "bbob/f-1/d5/i1",
                           "bbob/f0/d5/i1",
                           "bbob/f25/d5/i1",
                           "bbob/f1/d1/i1",
                           "bbob/f1/d41/i1",
                           "bbob/f1/d5/i0",
                           "bbob/f1/d5/i999999",
                           "bbob-mixint/f1/d12/i1",
                           "bbob-noisy/f1/d5/i1",
                           "bbop/f1/d5/i1",
                           "tabular/digits-mlp",
                           "x/f1/d5/i1",
                           "bbob/f1/d5/i1 + x"}) {
    EXPECT_FALSE(family_member(text)) << text;
  }
}

TEST(ObjectiveFamily, HasGroupsThatCoverItsFunctionsInOrder) {
  for (const ObjectiveFamily& family : objective_families()) {
    int next = family.first_function;
    for (const FunctionGroup& group : family.groups) {
      EXPECT_EQ(group.first, next) << family.name;
      EXPECT_GE(group.last, group.first) << family.name;
      next = group.last + 1;
    }
    EXPECT_EQ(next, family.last_function + 1) << family.name;
  }
}

TEST(ObjectiveFamily, AllowsItsDefaults) {
  std::string_view last;
  for (const ObjectiveFamily& family : objective_families()) {
    EXPECT_LT(last, family.name);
    last = family.name;
    for (const int d : family.default_dimensions) EXPECT_TRUE(family.dimensions.allows(d)) << d;
    for (const int i : family.default_instances) EXPECT_TRUE(family.instances().allows(i)) << i;
  }
}

}  // namespace sweep::family_test
