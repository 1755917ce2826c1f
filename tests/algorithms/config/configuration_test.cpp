#include "algorithms/config/configuration.hpp"

#include <gtest/gtest.h>

#include <string>

#include "algorithms/config/json.hpp"
#include "algorithms/config/sweep_config.hpp"

namespace sweep::configuration_test {

constexpr const char* kParameters =
    "parameters: {c: {value: 7}, m: {parameters: {lr: {min: 0.0, max: 1.0}, n: {parameters: {k: "
    "{min: 1, max: 9}}}}}, v: {values: [a, 1, {p: 1, q: 2}]}}";

SearchSpace space(Behaviour behaviour = Behaviour::corrected) {
  return *read_sweep(kParameters, {"", behaviour, true}).space;
}

Value json(const std::string& text) { return to_value(read_json(text, "", {})); }

TEST(Configuration, WritesNestedParametersBelowOneValue) {
  const Value value = to_configuration(space(), std::vector{0.0, 0.5, 3.0, 1.0});
  EXPECT_EQ(
      to_json(value),
      R"({"c": {"value": 7}, "m": {"value": {"lr": 0.5, "n": {"k": 3}}}, "v": {"value": 1}})");
}

TEST(Configuration, ReadsWhatItWrites) {
  const Point point{{0.0, 0.25, 9.0, 2.0}};
  for (const Behaviour behaviour : {Behaviour::corrected, Behaviour::as_wandb}) {
    const SearchSpace s = space(behaviour);
    EXPECT_EQ(from_configuration(s, to_configuration(s, point.values)), point);
  }
}

TEST(Configuration, ReadsOtherSpellings) {
  const struct {
    const char* name;
    const char* text;
    std::optional<Point> point;
  } kRows[] = {
      {"plain", R"({"c": 7, "m": {"lr": 0.5, "n": {"k": 3}}, "v": "a"})", Point{{0, 0.5, 3, 0}}},
      {"joined", R"({"m/lr": 0.5, "m/n/k": 3, "v": "a"})", Point{{0, 0.5, 3, 0}}},
      {"real for an integer", R"({"m": {"lr": 0, "n": {"k": 3.0}}, "v": 1.0})",
       Point{{0, 0, 3, 1}}},
      {"keys that no listed map has",
       R"({"m": {"lr": 0, "n": {"k": 3}}, "v": {"value": {"q": 2, "r": 5, "p": 1}}})",
       Point{{0, 0, 3, 2}}},
      {"missing", R"({"m": {"lr": 0.5}, "v": "a"})", std::nullopt},
      {"outside", R"({"m": {"lr": 1.5, "n": {"k": 3}}, "v": "a"})", std::nullopt},
      {"fraction for an integer", R"({"m": {"lr": 0, "n": {"k": 3.5}}, "v": "a"})", std::nullopt},
      {"value that is not listed", R"({"m": {"lr": 0, "n": {"k": 3}}, "v": "2"})", std::nullopt},
      {"listed value as a text", R"({"m": {"lr": 0, "n": {"k": 3}}, "v": "1"})",
       Point{{0, 0, 3, 1}}},
      {"text for a number", R"({"m": {"lr": "0", "n": {"k": "3"}}, "v": "a"})",
       Point{{0, 0, 3, 0}}},
      {"other text for a number", R"({"m": {"lr": "low", "n": {"k": 3}}, "v": "a"})", std::nullopt},
      {"dots", R"({"m.lr": 0.5, "m.n.k": {"value": 3}, "v": "a"})", Point{{0, 0.5, 3, 0}}},
      {"one inside, one joined", R"({"m": {"lr": 0.5}, "m/n/k": 3, "v": "a"})",
       Point{{0, 0.5, 3, 0}}},
      {"no map on the way", R"({"m": {"value": 5}, "v": {"value": "a"}})", std::nullopt},
      {"no value", R"({"m": {"desc": null}, "v": {"value": "a"}})", std::nullopt},
      {"no map at all", "[]", std::nullopt},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(from_configuration(space(), json(row.text)), row.point) << row.name;
  }
}

TEST(Configuration, StopsAsWandbWhereAPathMeetsNoMap) {
  const SearchSpace s = space(Behaviour::as_wandb);
  EXPECT_THROW(from_configuration(s, json(R"({"m": {"value": [1]}})")), SpecError);
  EXPECT_THROW(from_configuration(s, json(R"({"m": {"value": null}})")), SpecError);
  EXPECT_THROW(from_configuration(s, json(R"({"m": 1})")), SpecError);
  EXPECT_EQ(from_configuration(s, json(R"({"m": {"desc": null}})")), std::nullopt);
}

}  // namespace sweep::configuration_test
