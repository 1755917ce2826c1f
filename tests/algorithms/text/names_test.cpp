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
