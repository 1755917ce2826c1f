// Nested parameters in the points of --at and in runs, however they are spelled.
#include <gtest/gtest.h>

#include "tests/support/program.hpp"

namespace sweep::nested_names_test {

using Words = std::vector<std::string>;

ProgramResult posterior(const std::string& sweep, const std::string& runs, const Words& more) {
  const TemporaryFolder folder;
  Words words = {"posterior", folder.write("sweep.yaml", sweep), "--runs", "-"};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words, runs);
}

constexpr const char* kNested =
    "method: bayes\nmetric: {name: l}\nparameters: {model: {parameters: {dropout: {min: 0.0, max: "
    "1.0}, width: {min: 1, max: 9}}}}\n";
constexpr const char* kNestedRuns =
    R"([{"state": "finished", "config": {"model": {"dropout": 0.5, "width": 3}}, "summary": {"l": 1}},
        {"state": "finished", "config": {"model.dropout": 0.25, "model/width": "4"},
         "summary": {"l": 2}}])";

TEST(NestedNames, MayBeJoinedInAPoint) {
  std::string expected;
  for (const char* point : {R"([{"model": {"value": {"dropout": 0.5, "width": 4}}}])",
                            R"([{"model": {"width": 4}, "model/dropout": 0.5}])",
                            R"([{"model.dropout": {"value": 0.5}, "model.width": 4}])"}) {
    for (const Words& mode : {Words{}, Words{"--wandb-compat"}}) {
      Words more = {"--at", point};
      more.insert(more.end(), mode.begin(), mode.end());
      const std::string runs = mode.empty() ? kNestedRuns : "[]";
      const ProgramResult outcome = posterior(kNested, runs, more);
      EXPECT_EQ(outcome.exit_code, 0) << point << outcome.err;
      if (!mode.empty()) continue;
      if (expected.empty()) expected = outcome.out;
      EXPECT_EQ(outcome.out, expected) << point;
    }
  }
}

TEST(NestedNames, AreListedWhole) {
  const ProgramResult outcome =
      posterior(kNested, kNestedRuns, {"--at", R"([{"model/dropuot": 0.5}])"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("parameter \"model/dropuot\" is unknown; did you mean "
                             "\"model/dropout\"? known: model/dropout, model/width"),
            std::string::npos)
      << outcome.err;
}

}  // namespace sweep::nested_names_test
