// Options that were renamed: their old names work for one version, with a warning.
#include <gtest/gtest.h>

#include "algorithms/config/json.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::old_option_names_test {

constexpr const char* kWarning =
    "warning: bayes.bend is now called bayes.warp_output; the old name goes with the next "
    "version\n";

ProgramResult run(std::vector<std::string> words) {
  words.insert(words.begin(), "run");
  for (const char* word : {"--objective", "branin", "--trials", "12", "--seeds", "1", "--json",
                           "--quiet", "--no-progress"}) {
    words.emplace_back(word);
  }
  return run_program(words);
}

std::string hash_of(const ProgramResult& result) {
  return to_json(at(json_of(result), "result_hash"));
}

TEST(OldOptionNames, AreNewOnesInAMethodsText) {
  const ProgramResult old = run({"--method", "bayes?bend=false"});
  const ProgramResult renamed = run({"--method", "bayes?warp_output=false"});
  EXPECT_EQ(old.err, kWarning);
  EXPECT_EQ(renamed.err, "");
  EXPECT_EQ(hash_of(old), hash_of(renamed));
  EXPECT_NE(old.out.find("bayes?warp_output=false"), std::string::npos);
}

TEST(OldOptionNames, AreNewOnesInSettings) {
  const ProgramResult old = run({"--method", "bayes", "--set", "bayes.bend=false"});
  const ProgramResult renamed = run({"--method", "bayes", "--set", "bayes.warp_output=false"});
  EXPECT_EQ(old.err, kWarning);
  EXPECT_EQ(renamed.err, "");
  EXPECT_EQ(to_json(at(json_of(old), "experiment_hash")),
            to_json(at(json_of(renamed), "experiment_hash")));
  EXPECT_EQ(hash_of(old), hash_of(renamed));
}

TEST(OldOptionNames, AreNewOnesInAnExperimentFile) {
  const TemporaryFolder folder;
  const std::string file =
      folder.write("experiment.yaml",
                   "method: ['bayes?bend=false', 'grid?levels=3']\nset: {tpe.candidates: 3}\n");
  const ProgramResult old = run({file, "--method", "bayes?bend=false,tpe"});
  EXPECT_EQ(old.err, kWarning);
  EXPECT_EQ(old.exit_code, 0);
  const std::string set = folder.write("set.yaml", "method: bayes\nset: {bayes.bend: false}\n");
  EXPECT_EQ(run({set}).err, kWarning);
  // A flag wins over the file by whichever name.
  EXPECT_EQ(run({set, "--set", "bayes.warp_output=true"}).err, "");
  EXPECT_EQ(hash_of(run({set, "--set", "bayes.warp_output=true"})),
            hash_of(run({"--method", "bayes", "--set", "bayes.warp_output=true"})));
}

TEST(OldOptionNames, AreRefusedBesideTheNewOnes) {
  const ProgramResult both = run({"--method", "bayes?bend=false&warp_output=true"});
  EXPECT_EQ(both.exit_code, 2);
  EXPECT_NE(both.err.find("are one, and both are given"), std::string::npos) << both.err;
}

TEST(OldOptionNames, WarnInNext) {
  const TemporaryFolder folder;
  const std::string sweep = folder.write(
      "sweep.yaml", "method: bayes\nmetric: {name: loss}\nparameters: {x: {min: 0.0, max: 1.0}}\n");
  EXPECT_EQ(run_program({"next", sweep, "--set", "bayes.bend=false"}).err, kWarning);
}

}  // namespace sweep::old_option_names_test
