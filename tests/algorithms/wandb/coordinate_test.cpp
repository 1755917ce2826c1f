#include "algorithms/wandb/coordinate.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::coordinate_test {

const Distribution kReal = Uniform{-10, 10};
const Distribution kPositive = LogUniform::between(0.1, 10, Behaviour::as_wandb);

struct Case {
  std::string name;
  Value value;
  std::optional<double> coordinate;
};

TEST(WandbCoordinate, ReadsNumbersAsPythonDoes) {
  const Case cases[] = {
      {"real", 5.0, 0.75},
      {"integer", 5, 0.75},
      {"text", "5", 0.75},
      {"spaces", " 5.0\n", 0.75},
      {"plus", "+5", 0.75},
      {"underscore", "1_0", 1.0},
      {"boolean", true, 0.55},
      {"beyond", 1e9, 1.0},
      {"huge text", "1e999", 1.0},
      {"tiny text", "1e-999", 0.5},
      {"two signs", "+-5", {}},
      {"word", "five", {}},
      {"end underscore", "5_", {}},
      {"only spaces", "  ", {}},
      {"list", List{1}, {}},
      {"beyond all", "0.1e999", 1.0},
      {"below all", "100e-999", 0.5},
      {"NaN", std::nan(""), 0.0},
      {"NaN text", "nan", 0.0},
      {"infinity", "-Infinity", 0.0},
  };
  for (const Case& row : cases) {
    EXPECT_EQ(wandb_coordinate(kReal, &row.value), row.coordinate) << row.name;
  }
}

TEST(WandbCoordinate, TakesFalsyValuesForMissing) {
  const Distribution categorical = Categorical({"a", 0, false, Value()});
  const Value falsy[] = {0, 0.0, false, "", Value(), List{}, Map{}};
  for (const Value& value : falsy) {
    EXPECT_EQ(wandb_coordinate(kReal, &value), 0.5) << to_json(value);
    EXPECT_EQ(wandb_coordinate(categorical, &value), 0.25) << to_json(value);
  }
  EXPECT_EQ(wandb_coordinate(kReal, nullptr), 0.5);
  EXPECT_EQ(wandb_coordinate(categorical, nullptr), 0.25);
  EXPECT_EQ(wandb_coordinate(kPositive, nullptr), 0);
}

TEST(WandbCoordinate, FindsCategoriesByPythonsEquality) {
  const Distribution categorical = Categorical({"x", 1, List{1, true}, Map{{"a", 2.0}}});
  const Case cases[] = {
      {"integer", 1, 0.5},
      {"real", 1.0, 0.5},
      {"boolean", true, 0.5},
      {"text of it", "1", {}},
      {"list", List{true, 1.0}, 0.75},
      {"longer", List{1, 1, 1}, {}},
      {"map", Map{{"a", 2}}, 1.0},
      {"other map", Map{{"b", 2}}, {}},
      {"not listed", 3, {}},
  };
  for (const Case& row : cases) {
    EXPECT_EQ(wandb_coordinate(categorical, &row.value), row.coordinate) << row.name;
  }
}

TEST(WandbCoordinate, HasNoneWhereTheLogarithmHasNone) {
  const Value negative = -1;
  EXPECT_TRUE(std::isnan(*wandb_coordinate(kPositive, &negative)));
}

}  // namespace sweep::coordinate_test
