#include "algorithms/space/search_space.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "algorithms/text/error.hpp"

namespace sweep::search_space_test {

SearchSpace tutorial_space() {
  return SearchSpace({{"x", Uniform{0.01, 0.1}}, {"y", Categorical({1, 3, 7})}});
}

TEST(SearchSpace, MapsUnitPointsToNativeOnesAndBack) {
  const SearchSpace space = tutorial_space();
  const Point point = space.from_unit({{0.5, 0.9}});
  EXPECT_DOUBLE_EQ(point.values[0], 0.055);
  EXPECT_EQ(point.values[1], 2);
  const UnitPoint back = space.to_unit(point.values);
  EXPECT_NEAR(back.values[0], 0.5, 1e-15);
  EXPECT_NEAR(back.values[1], 5.0 / 6, 1e-15);  // the middle of the last of three cells
}

TEST(SearchSpace, KnowsItsPoints) {
  const SearchSpace space = tutorial_space();
  EXPECT_TRUE(space.contains(std::vector{0.05, 1.0}));
  EXPECT_FALSE(space.contains(std::vector{0.05, 3.0}));
  EXPECT_FALSE(space.contains(std::vector{0.2, 1.0}));
  EXPECT_FALSE(space.contains(std::vector{std::nan(""), 1.0}));
  EXPECT_FALSE(space.contains(std::vector{0.05}));
}

TEST(SearchSpace, MultipliesCardinalities) {
  EXPECT_EQ(tutorial_space().cardinality(), std::nullopt);
  const SearchSpace finite(
      {{"a", IntUniform{1, 10}}, {"b", Categorical({1, 2})}, {"c", Constant{}}});
  EXPECT_EQ(finite.cardinality(), Cardinality(20));
  std::vector<Parameter> many;
  for (int i = 0; i < 20; ++i) many.push_back({"p" + std::to_string(i), IntUniform{1, 1e9}});
  EXPECT_EQ(to_text(SearchSpace(many).cardinality()), ">= 2^127");
}

TEST(SearchSpace, AddsLogProbabilities) {
  const double expected = -std::log(0.09) - std::log(3);
  EXPECT_NEAR(tutorial_space().log_probability(std::vector{0.05, 1.0}), expected, 1e-14);
}

TEST(SearchSpace, RefusesWhatCannotBeSearched) {
  EXPECT_THROW(SearchSpace({}), SpecError);
  EXPECT_THROW(SearchSpace({{"", Uniform{0, 1}}}), SpecError);
  EXPECT_THROW(SearchSpace({{"x", Uniform{0, 1}}, {"x", Uniform{0, 1}}}), SpecError);
  EXPECT_THROW(SearchSpace({{"x", Uniform{1, 0}}}), SpecError);
  EXPECT_NO_THROW(SearchSpace({{"x", Normal{0, 0}}}, Behaviour::as_wandb));
}

}  // namespace sweep::search_space_test
