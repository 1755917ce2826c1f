#include "bench/experiment/method.hpp"

#include <gtest/gtest.h>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/search/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "bench/experiment/method_alias.hpp"

namespace sweep::method_test {

using Warnings = std::vector<std::string>;

constexpr const char* kBendWarning =
    "bayes.bend is now called bayes.warp_output; the old name goes with the next version";

TEST(Method, TakesOldOptionNamesForNewOnes) {
  const Settings expected = {{"warp_output", "false"}};
  EXPECT_EQ(parse_method("bayes?bend=false", {}).searcher.options, expected);
  EXPECT_EQ(parse_method("bayes", {{"bayes.bend", "false"}}).searcher.options, expected);
  EXPECT_EQ(parse_method("bayes?bend=false", {{"bayes.warp_output", "true"}}).searcher.options,
            expected);
  EXPECT_EQ(parse_method("bayes?warp_output=false", {{"bayes.bend", "true"}}).searcher.options,
            expected);
}

TEST(Method, HasOneTextByEitherNameOfAnOption) {
  EXPECT_EQ(canonical_method("bayes?bend=false"), "bayes?warp_output=false");
  EXPECT_EQ(canonical_method("bayes?own_effects=false+asha?eta=4"),
            "bayes?additive=false+asha?eta=4");
  EXPECT_EQ(canonical_method("bayes?first=sobol&first_trials=3"),
            "bayes?initial_design=sobol&initial_trials=3");
  EXPECT_EQ(canonical_method("bohb?eta=4"), "bohb?eta=4");
}

TEST(Method, IsTwoPartsByThePublishedNameOfBoth) {
  for (const MethodAlias& alias : kMethodAliases) {
    const Method method = parse_method(std::string(alias.name) + "?eta=4", {});
    EXPECT_EQ(method.searcher.name, alias.searcher) << alias.name;
    EXPECT_EQ(method.scheduler.name, alias.scheduler) << alias.name;
    EXPECT_EQ(method.scheduler.options, (Settings{{"eta", "4"}})) << alias.name;
    EXPECT_NE(find_searcher(alias.searcher), nullptr) << alias.name;
    EXPECT_NE(find_scheduler(alias.scheduler), nullptr) << alias.name;
    EXPECT_EQ(find_searcher(alias.name), nullptr) << alias.name;
    EXPECT_EQ(find_scheduler(alias.name), nullptr) << alias.name;
  }
  const Settings settings{{"prior.defaults", "lr:0.1"}};
  EXPECT_EQ(parse_method("priorband", settings).searcher.options,
            (Settings{{"defaults", "lr:0.1"}}));
}

TEST(Method, WarnsOfOldOptionNames) {
  EXPECT_EQ(old_option_names("bayes?bend=false+asha?eta=4"), Warnings{kBendWarning});
  EXPECT_EQ(old_option_names("bayes?warp_output=false"), Warnings{});
  EXPECT_EQ(old_option_names("bohb?eta=4"), Warnings{});
  const Settings settings = {{"bayes.bend", "false"}, {"cluster.failures", "0.1"}};
  EXPECT_EQ(old_option_names(settings), Warnings{kBendWarning});
}

TEST(Method, IsLabelledByWhatRuns) {
  EXPECT_EQ(method_label("bayes", Behaviour::as_wandb), "wandb-bayes");
  EXPECT_EQ(method_label("bayes?impute=best+asha?eta=4", Behaviour::as_wandb),
            "wandb-bayes?impute=best+asha?eta=4");
  EXPECT_EQ(method_label("bayes", Behaviour::corrected), "bayes");
  EXPECT_EQ(method_label("bohb", Behaviour::as_wandb), "bohb");
  EXPECT_EQ(method_label("random+asha", Behaviour::as_wandb), "random+asha");
}

TEST(Settings, BelongToMethodsOfTheExperiment) {
  const Settings first_is_known = {{"grid.levels", "5"}, {"tpe.candidates", "9"}};
  EXPECT_NO_THROW(check_settings(first_is_known, {"grid", "tpe"}));
  EXPECT_THROW(check_settings(first_is_known, {"grid"}), SpecError);
}

TEST(Settings, AreRenamedByTheirOwners) {
  const Settings given = {{"bayes.bend", "false"}, {"grid.levels", "3"}, {"tpe.bend", "1"}};
  const Settings expected = {
      {"bayes.warp_output", "false"}, {"grid.levels", "3"}, {"tpe.bend", "1"}};
  EXPECT_EQ(with_new_option_names(given), expected);
  EXPECT_EQ(with_new_option_names(expected), expected);
}

}  // namespace sweep::method_test
