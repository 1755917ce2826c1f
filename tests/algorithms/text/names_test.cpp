#include "algorithms/text/names.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace sweep::names_test {

constexpr std::array<std::string_view, 4> kKnown = {"ackley", "branin", "grid", "random"};

TEST(NearestName, FindsWhatWasMeant) {
  EXPECT_EQ(nearest_name("ackly", kKnown), "ackley");
  EXPECT_EQ(nearest_name("gird", kKnown), "grid");
  EXPECT_EQ(nearest_name("rnadom", kKnown), "random");
  EXPECT_EQ(nearest_name("GRID", kKnown), "grid");
}

TEST(NearestName, FindsWhatBeginsAlike) {
  constexpr std::array<std::string_view, 3> known = {"bayes", "hyperband", "random"};
  EXPECT_EQ(nearest_name("baysian", known), "bayes");
  EXPECT_EQ(nearest_name("Bayesian", known), "bayes");
  EXPECT_EQ(nearest_name("bayesian-optimization", known), "bayes");
  EXPECT_EQ(nearest_name("rand", known), "random");
  EXPECT_EQ(nearest_name("randomsearch", known), "random");
  EXPECT_EQ(nearest_name("hyperopt", known), "");
  EXPECT_EQ(nearest_name("ba", known), "");
}

TEST(NearestName, SaysNothingForAnotherWord) {
  EXPECT_EQ(nearest_name("hyperband", kKnown), "");
  EXPECT_EQ(nearest_name("", kKnown), "");
  EXPECT_EQ(nearest_name(std::string(100'000, 'a'), kKnown), "");
}

TEST(UnknownName, ListsWhatThereIs) {
  EXPECT_EQ(unknown_name("searcher", "gird", kKnown),
            "searcher \"gird\" is unknown; did you mean \"grid\"? known: ackley, branin, grid, "
            "random");
  EXPECT_EQ(unknown_name("searcher", "zzzzzz", kKnown),
            "searcher \"zzzzzz\" is unknown; known: ackley, branin, grid, random");
}

}  // namespace sweep::names_test
