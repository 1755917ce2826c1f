// Bayesian search through the program: what `next` says of its points, what `run` counts.
#include <gtest/gtest.h>

#include "algorithms/config/json.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::bayes_test {

constexpr const char* kSweep =
    "method: bayes\n"
    "metric: {name: loss}\n"
    "parameters: {x: {min: 0.0, max: 1.0}, lr: {distribution: log_uniform_values, min: 0.1, max: "
    "1.0}}\n";

std::string run_json(const std::string& state, double x, double lr, double loss) {
  return to_json(Map{{"state", state},
                     {"config", Map{{"x", Map{{"value", x}}}, {"lr", Map{{"value", lr}}}}},
                     {"history", List{Map{{"loss", loss}}}}});
}

// A bowl, smooth enough for a length scale inside the bounds.
std::string bowl() {
  std::string runs;
  for (const double x : {0.1, 0.5, 0.9}) {
    for (const double lr : {0.15, 0.3, 0.8}) {
      const double loss = (x - 0.4) * (x - 0.4) + (lr - 0.4) * (lr - 0.4);
      runs += (runs.empty() ? "" : ",") + run_json("finished", x, lr, loss);
    }
  }
  return runs;
}

ProgramResult next(const std::string& runs, const std::vector<std::string>& more) {
  const TemporaryFolder folder;
  std::vector<std::string> words = {"next", folder.write("sweep.yaml", kSweep), "--runs",
                                    folder.write("runs.json", "[" + runs + "]"), "--wandb-compat"};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words);
}

TEST(NextBayes, SaysWhatItExpects) {
  const Value answer = json_of(next(bowl(), {"--json", "-n", "3"}));
  const List& runs = as_list(at(answer, "runs"));
  ASSERT_EQ(runs.size(), 3u);
  for (const Value& run : runs) {
    const Value& info = at(run, "search_info");
    EXPECT_GT(as_real(at(info, "predicted_value_std_dev")), 0);
    EXPECT_GT(as_real(at(info, "expected_improvement")), 0);
    EXPECT_GT(as_real(at(info, "success_probability")), 0);
    EXPECT_LT(as_real(at(info, "success_probability")), 1);
    EXPECT_EQ(as_text(at(info, "warnings")), "");
  }
  EXPECT_NE(to_json(at(runs[0], "config")), to_json(at(runs[1], "config")));
}

TEST(NextBayes, SaysWhenItsPointIsRandom) {
  const Value answer = json_of(next("", {"--json"}));
  const Value& info = at(as_list(at(answer, "runs")).at(0), "search_info");
  EXPECT_EQ(as_text(at(info, "warnings")), "\nrandom: no run has valid samples of the metric");
  EXPECT_EQ(next("", {}).err, "warning: random: no run has valid samples of the metric\n");
}

TEST(NextBayes, FollowsTheSeedAndTheRules) {
  EXPECT_EQ(next(bowl(), {"--seed", "5"}).out, next(bowl(), {"--seed", "5"}).out);
  EXPECT_NE(next(bowl(), {"--seed", "5"}).out, next(bowl(), {"--seed", "6"}).out);
  const std::string failed = bowl() + "," + run_json("failed", 0.7, 0.6, 0.05);
  EXPECT_NE(next(failed, {"--json"}).out,
            next(failed, {"--json", "--set", "bayes.impute=best"}).out);
}

TEST(NextBayes, RefusesWhatTheReferenceFailsAt) {
  struct Case {
    const char* name;
    std::string runs;
    std::vector<std::string> more;
    const char* message;
  };
  const std::string outside = run_json("pending", 0.5, -1, 1);
  const Case cases[] = {
      {"seed beyond 32 bits", "", {"--seed", "4294967296"}, "from 0 to 4294967295"},
      {"unknown rule", "", {"--set", "bayes.impute=mean"}, "latest, best or worst"},
      {"text for a number", R"({"config": {"x": {"value": "five"}}})", {}, "expected a number"},
      {"pending run without a logarithm", bowl() + "," + outside, {}, "outside"},
  };
  for (const Case& row : cases) {
    const ProgramResult outcome = next(row.runs, row.more);
    EXPECT_EQ(outcome.exit_code, 2) << row.name << outcome.out;
    EXPECT_NE(outcome.err.find(row.message), std::string::npos) << row.name << ": " << outcome.err;
  }
  // Without a model, the reference does not look at it.
  EXPECT_EQ(next(outside, {}).exit_code, 0);
}

TEST(RunBayes, CountsThePointsWithoutAModel) {
  const std::vector<std::string> words = {
      "run", "--method", "wandb-bayes,random", "--seeds", "2", "--trials", "4", "--threads", "1"};
  const ProgramResult text = run_program(words);
  EXPECT_NE(text.out.find("points drawn at random, without a usable model"), std::string::npos)
      << text.out;
  std::vector<std::string> as_json = words;
  as_json.emplace_back("--json");
  const Value answer = json_of(run_program(as_json));
  const List& rows = as_list(at(answer, "rows"));
  EXPECT_GE(as_integer(at(rows[0], "fallbacks")), 4);  // the first two points of each cell
  EXPECT_EQ(as_integer(at(rows[1], "fallbacks")), 0);
}

std::string hash_with(const std::string& metric, const std::string& method,
                      const std::vector<std::string>& more = {}) {
  const TemporaryFolder folder;
  const std::string sweep = folder.write(
      "sweep.yaml", "method: bayes\nmetric: {name: loss" + metric +
                        "}\nparameters: {x: {min: 0.0, max: 1.0}, y: {min: 0.0, max: 1.0}}\n");
  std::vector<std::string> words = {
      "run", "--config", sweep, "--method", method,        "--seeds",
      "2",   "--trials", "12",  "--json",   "--objective", "x**2 + (y - 0.5)**2?fail=0.3"};
  words.insert(words.end(), more.begin(), more.end());
  return as_text(at(json_of(run_program(words)), "result_hash"));
}

TEST(RunBayes, FollowsTheSweepFilesRulesForMissingLosses) {
  const std::string best = hash_with("", "wandb-bayes", {"--set", "wandb-bayes.impute=best"});
  const std::string worst = hash_with("", "wandb-bayes");
  EXPECT_NE(best, worst);
  EXPECT_EQ(hash_with(", impute: best", "wandb-bayes"), best);
  EXPECT_EQ(hash_with(", impute: worst", "wandb-bayes"), worst);
  EXPECT_EQ(hash_with(", impute: best", "wandb-bayes", {"--set", "wandb-bayes.impute=worst"}),
            worst);
  EXPECT_EQ(
      hash_with(", impute: best, impute_while_running: \"false\"", "bayes", {"--wandb-compat"}),
      hash_with("", "bayes", {"--wandb-compat", "--set", "bayes.impute=best"}));
  EXPECT_EQ(hash_with(", impute: best", "random"), hash_with("", "random"));
}

TEST(RunBayes, IsTheTwinAsWandb) {
  const ProgramResult outcome =
      run_program({"run", "--method", "bayes", "--objective", "branin", "--seeds", "1", "--trials",
                   "3", "--set", "bayes.impute=best", "--wandb-compat"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(run_program({"verify", "--method", "wandb-bayes", "--objective", "branin", "--seeds",
                           "2", "--trials", "12"})
                  .out.ends_with("equal\n"));
}

}  // namespace sweep::bayes_test
