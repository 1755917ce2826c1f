#include "algorithms/search/prior/parameter_defaults.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::parameter_defaults_test {

SearchSpace space() {
  return SearchSpace({{"lr", LogUniform::between(1e-4, 1)},
                      {"layers", IntUniform{1, 5}},
                      {"model/opt", Categorical({"adam", "sgd", true, 8})}});
}

std::vector<std::optional<double>> values(std::string_view text) {
  return ParameterDefaults::read(text)->values_in(space());
}

std::string error_of(std::string_view text) {
  try {
    static_cast<void>(values(text));
  } catch (const SpecError& error) {
    return error.what();
  }
  return "";
}

using Values = std::vector<std::optional<double>>;

TEST(ParameterDefaults, AreValuesOfTheirParameters) {
  EXPECT_EQ(values("lr:0.01; layers:3"), (Values{0.01, 3, std::nullopt}));
  EXPECT_EQ(values("model.opt:sgd"), (Values{std::nullopt, std::nullopt, 1}));
  EXPECT_EQ(values("model/opt:true"), (Values{std::nullopt, std::nullopt, 2}));
  EXPECT_EQ(values("model/opt:8"), (Values{std::nullopt, std::nullopt, 3}));
  EXPECT_EQ(values(""), (Values{std::nullopt, std::nullopt, std::nullopt}));
}

TEST(ParameterDefaults, AreRefusedWithAReason) {
  EXPECT_EQ(error_of("lr:5"), "prior.defaults: lr:5 is no value that lr can take");
  EXPECT_EQ(error_of("layers:2.5"), "prior.defaults: layers:2.5 is no value that layers can take");
  EXPECT_EQ(error_of("lr:0.1;lr:0.2"), "prior.defaults: lr is there twice");
  EXPECT_EQ(error_of("ls:1"),
            "prior.defaults: parameter \"ls\" is unknown; did you mean \"lr\"? known: lr, layers, "
            "model/opt");
  EXPECT_FALSE(ParameterDefaults::read("lr=0.1"));
  EXPECT_FALSE(ParameterDefaults::read("lr:"));
}

TEST(ParameterDefaults, ReadBackFromTheirText) {
  const auto defaults = ParameterDefaults::read("lr: 0.01 ;layers:3");
  EXPECT_EQ(defaults->text(), "lr:0.01;layers:3");
  EXPECT_EQ(ParameterDefaults::read(defaults->text())->all, defaults->all);
}

}  // namespace sweep::parameter_defaults_test
