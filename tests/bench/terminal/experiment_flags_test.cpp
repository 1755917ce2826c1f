#include "bench/terminal/experiment_flags.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "bench/experiment/keys.hpp"
#include "bench/terminal/command_line.hpp"
#include "bench/terminal/flags.hpp"

namespace sweep::experiment_flags_test {

using Names = std::vector<std::string>;

Names names_of(const Flags& flags) {
  Names names;
  for (const Flag& flag : flags.all()) names.emplace_back(flag.name);
  return names;
}

TEST(ExperimentFlags, AreTheKeysOfTheFile) {
  Flags flags;
  ExperimentFlags given;
  add_experiment_flags(flags, given);
  Names expected = {"FILE"};
  for (const ExperimentKey& key : experiment_keys()) expected.emplace_back(key.flag);
  EXPECT_EQ(names_of(flags), expected);
}

TEST(ExperimentFlags, AreNarrowedToWhatAVerbNeeds) {
  Flags space;
  ExperimentPatch patch;
  add_space_flags(space, patch);
  EXPECT_EQ(names_of(space), (Names{"--config", "--param", "--wandb-compat"}));
  Flags result;
  ExperimentFlags given;
  add_result_flags(result, given);
  EXPECT_EQ(names_of(result),
            (Names{"FILE", "--method", "--objective", "--config", "--param", "--wandb-compat",
                   "--trials", "--budget", "--workers", "--seeds", "--set"}));
}

ExperimentFlags read_words;

Action add_reader(Flags& flags) {
  add_experiment_flags(flags, read_words);
  return [] { return kDone; };
}

TEST(ExperimentFlags, PutTheirValuesIntoThePatch) {
  constexpr Verb kVerbs[] = {{"read", "reads", add_reader}};
  read_words = {};
  const Action act = read_command_line(
      kVerbs, {"read", "e.yaml", "--method", "a", "--method", "b", "--trials", "9", "--param",
               "x={value: 1}", "--set", "grid.levels=3", "--no-wandb-compat", "--out", "r.db"});
  EXPECT_EQ(act(), kDone);
  const ExperimentPatch& patch = read_words.patch;
  EXPECT_EQ(read_words.file, "e.yaml");
  ASSERT_EQ(patch.methods.size(), 2u);
  EXPECT_EQ(patch.methods[1].text, "b");
  EXPECT_EQ(patch.trials.text, "9");
  EXPECT_EQ(patch.trials.mark.line, 0u);
  EXPECT_EQ(patch.parameters, std::vector<std::string>{"x={value: 1}"});
  ASSERT_EQ(patch.settings.size(), 1u);
  EXPECT_EQ(patch.settings[0].text, "grid.levels=3");
  EXPECT_EQ(patch.wandb_compat, false);
  EXPECT_EQ(patch.out.text, "r.db");
  EXPECT_TRUE(patch.seeds.text.empty());
}

}  // namespace sweep::experiment_flags_test
