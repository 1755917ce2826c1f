#include "algorithms/config/point_reader.hpp"

#include <gtest/gtest.h>

#include "algorithms/config/json.hpp"
#include "algorithms/config/sweep_config.hpp"

namespace sweep::point_reader_test {

SearchSpace space_of(const std::string& parameters, Behaviour behaviour = Behaviour::corrected) {
  return *read_sweep("parameters: " + parameters, {"", behaviour, true}).space;
}

Value json(const std::string& text) {
  return to_value(read_json(text, "", {}, JsonDialect::python));
}

// The coordinate of the only parameter, p; -1 for none.
double coordinate(const SearchSpace& space, const std::string& value) {
  const auto point = PointReader(space).point(json("{\"p\": {\"value\": " + value + "}}"));
  return point ? point->values.at(0) : -1;
}

TEST(PointReader, TakesAValueThatReadsAsAListedOne) {
  const struct {
    const char* parameter;
    const char* value;
    double expected;
  } rows[] = {
      {"{values: [1e-3, 1e-4]}", "\"1e-4\"", 1},
      {"{values: [1e-3, 1e-4]}", "\"0.0001\"", 1},
      {"{values: [1e-3, 1e-4]}", "\"1e-5\"", -1},
      {"{values: ['1e-3', '1e-4']}", "0.0001", 1},
      {"{values: [false, true]}", "\"True\"", 1},
      {"{values: ['False', 'True']}", "true", 1},
      {"{values: [false, true]}", "1", -1},
      {"{values: [2, 3]}", "3.0", 1},
      {"{values: [2, 3]}", "\"3\"", 1},
      {"{values: ['2', '3']}", "3", 1},
      {"{values: [0.5, .1]}", "\".1\"", 1},
      {"{values: [10, 1_000]}", "\"1_000\"", 1},
      {"{values: [10, 1000]}", "\"1000.0\"", 1},
      {"{values: [[1, 2], [64, 32]]}", "[64.0, 32.0]", 1},
      {"{values: [[1, 2], [64, 32]]}", "[\"64\", \"32\"]", 1},
      {"{values: [a, null]}", "\"None\"", 1},
      {"{values: [adam, sgd]}", "\"rmsprop\"", -1},
      {"{value: 5e-4}", "\"5e-4\"", 0},
      {"{value: 5e-4}", "\"6e-4\"", -1},
      {"{min: 0.0, max: 1.0}", "\".25\"", 0.25},
      {"{min: 0.0, max: 1.0}", "\"2.5\"", -1},
      {"{min: 0.0, max: 1.0}", "\"low\"", -1},
      {"{min: 0.0, max: 1.0}", "true", -1},
      {"{min: 0.0, max: 1.0}", "NaN", -1},
      {"{min: 1, max: 100}", "\"64\"", 64},
      {"{min: 1, max: 100}", "\"64.5\"", -1},
  };
  for (const auto& row : rows) {
    const SearchSpace space = space_of(std::string("{p: ") + row.parameter + "}");
    EXPECT_EQ(coordinate(space, row.value), row.expected) << row.parameter << " " << row.value;
  }
}

TEST(PointReader, PrefersTheValueAsItStands) {
  const SearchSpace space = space_of("{p: {values: [1, '1', '1.0']}}");
  EXPECT_EQ(coordinate(space, "1"), 0);
  EXPECT_EQ(coordinate(space, "\"1\""), 1);
  EXPECT_EQ(coordinate(space, "\"1.0\""), 2);
  EXPECT_EQ(coordinate(space, "\"1e0\""), 0);
}

TEST(PointReader, KeepsTextsAndNumbersApartAsWandb) {
  const SearchSpace space = space_of("{p: {values: [1e-3, 1e-4, 3]}}", Behaviour::as_wandb);
  EXPECT_EQ(coordinate(space, "\"1e-4\""), 1);  // the file's 1e-4 is a text as well
  EXPECT_EQ(coordinate(space, "0.0001"), -1);
  EXPECT_EQ(coordinate(space, "\"3\""), -1);
}

TEST(PointReader, FindsNestedParametersHoweverTheyAreSpelled) {
  const SearchSpace space =
      space_of("{m: {parameters: {lr: {min: 0.0, max: 1.0}}}, o.k: {min: 0.0, max: 1.0}}");
  for (const char* text :
       {R"({"m": {"value": {"lr": 0.5}}, "o.k": {"value": 0.25}})", R"({"m.lr": 0.5, "o.k": 0.25})",
        R"({"m/lr": {"value": 0.5}, "o": {"value": {"k": 0.25}}})",
        R"({"m": {"x": 1}, "m/lr": 0.5, "o/k": 0.25})"}) {
    EXPECT_EQ(PointReader(space).point(json(text)), (Point{{0.5, 0.25}})) << text;
  }
}

TEST(PointReader, TakesNoNameThatIsSomebodyElses) {
  const SearchSpace space =
      space_of("{m: {parameters: {lr: {min: 0.0, max: 1.0}}}, m.lr: {min: 0.0, max: 1.0}}");
  EXPECT_EQ(PointReader(space).point(json(R"({"m": {"lr": 0.5}, "m.lr": 0.25})")),
            (Point{{0.5, 0.25}}));
  EXPECT_EQ(PointReader(space).point(json(R"({"m.lr": 0.25})")), std::nullopt);
}

TEST(PointReader, NamesWhatIsInTheWay) {
  const SearchSpace space = space_of(
      "{c: {value: 5e-4}, lr: {min: 0.001, max: 0.1}, n: {min: 1, max: 9}, opt: {values: [a, b]}}");
  const std::pair<const char*, const char*> rows[] = {
      {R"({"lr": 0.01, "n": 1, "opt": "a"})", ""},
      {R"({"n": 1, "opt": "a"})", "lr is missing"},
      {R"({"lr": 1, "n": 1, "opt": "a"})", "lr = 1 is above 0.1"},
      {R"({"lr": "1e-4", "n": 1, "opt": "a"})", "lr = \"1e-4\" is below 0.001"},
      {R"({"lr": NaN, "n": 1, "opt": "a"})", "lr = \"nan\" is no number"},
      {R"({"lr": [0.01], "n": 1, "opt": "a"})", "lr = [0.01] is no number"},
      {R"({"lr": 0.01, "n": 2.5, "opt": "a"})", "n = 2.5 is no whole number"},
      {R"({"lr": 0.01, "n": 1, "opt": "rmsprop"})", "opt = \"rmsprop\" is not listed"},
      {R"({"c": 1, "lr": 0.01, "n": 1, "opt": "a"})", "c = 1 is not 0.0005"},
      {"[]", "its configuration is no map"}};
  for (const auto& [text, expected] : rows) {
    EXPECT_EQ(PointReader(space).obstacle(json(text)), expected) << text;
  }
}

TEST(PointReader, TidiesAConfiguration) {
  const SearchSpace space = space_of("{m: {parameters: {a: {values: [1]}, b: {values: [2]}}}}");
  EXPECT_EQ(to_json(PointReader(space).as_wandb_has_it(
                std::get<Map>(json(R"({"m.b": 2, "x": 0, "m/a": {"value": 1}})").data))),
            R"({"m": {"value": {"a": 1, "b": 2}}})");
}

}  // namespace sweep::point_reader_test
