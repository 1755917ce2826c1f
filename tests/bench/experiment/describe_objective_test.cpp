#include "bench/experiment/describe_objective.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "algorithms/config/space_text.hpp"
#include "objectives/catalog.hpp"
#include "objectives/family.hpp"

namespace sweep::describe_objective_test {

// Every name of the catalogue, and a member of each family.
std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const ObjectiveRow& row : objective_catalog()) all.emplace_back(row.name);
  for (const ObjectiveFamily& family : objective_families()) {
    all.push_back(to_text(FamilyMember{std::string(family.name), family.first_function,
                                       family.default_dimensions.front(), 1}));
  }
  return all;
}

TEST(DescribeObjective, HasASpaceThatReadsBack) {
  for (const std::string& name : names()) {
    const Objective objective = make_objective(name);
    const ObjectiveInfo info = describe(name, objective);
    const SearchSpace again = read_space_text(info.space, name);
    ASSERT_EQ(again.size(), objective.space().size()) << name;
    for (std::size_t i = 0; i < again.size(); ++i) {
      EXPECT_EQ(again[i].name, objective.space()[i].name) << name;
      EXPECT_EQ(sweep::name(again[i].distribution), sweep::name(objective.space()[i].distribution));
      for (const double u : {0.05, 0.4, 0.9}) {
        EXPECT_EQ(quantile(again[i].distribution, u),
                  quantile(objective.space()[i].distribution, u))
            << name;
      }
    }
    const auto member = family_member(name);
    EXPECT_EQ(info.family.empty(), !member) << name;
    EXPECT_EQ(info.dimension, member ? member->dimension : info.dimension) << name;
  }
}

TEST(DescribeObjective, FindsTheGroupOfTheFirstAndTheLastFunctionOfEach) {
  for (const ObjectiveFamily& family : objective_families()) {
    for (const FunctionGroup& group : family.groups) {
      for (const int function : {group.first, group.last}) {
        const std::string name = to_text(
            FamilyMember{std::string(family.name), function, family.default_dimensions.front(), 1});
        EXPECT_EQ(describe(name, make_objective(name)).group, group.name) << name;
      }
    }
  }
}

TEST(DescribeObjective, NamesMembersOfFamilies) {
  const std::string name = "bbob/f8/d5/i3?noise=0.1";
  const ObjectiveInfo info = describe(name, make_objective(name));
  EXPECT_EQ(info.family, "bbob");
  EXPECT_EQ(info.function, 8);
  EXPECT_EQ(info.instance, 3);
  EXPECT_EQ(info.dimension, 5);
  EXPECT_EQ(info.group, "2-moderate");
  EXPECT_EQ(info.options, "?noise=0.1");
  EXPECT_EQ(info.is_noisy, true);
  EXPECT_TRUE(info.optimum);
}

TEST(DescribeObjective, NamesAFunctionTheSameInAnyDimension) {
  const std::string name = "sphere?dim=5&shift=3";
  EXPECT_EQ(describe(name, make_objective(name)).function_name, "sphere?shift=3");
}

}  // namespace sweep::describe_objective_test
