// The verbs list, space, next and eval as a user meets them.
#include <gtest/gtest.h>

#include <algorithm>

#include "algorithms/config/json.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::verbs_test {

constexpr const char* kTutorial = R"(method: grid
parameters:
  x: {min: 1, max: 3}
  y: {values: [1, 3, 7]}
)";

TEST(Help, HasAnExampleForEachVerb) {
  EXPECT_NE(run_program({"--help"}).out.find("next"), std::string::npos);
  EXPECT_NE(run_program({"--version"}).out.find("sweep-bench "), std::string::npos);
  for (const char* verb : {"run", "list", "space", "next", "posterior", "eval", "verify"}) {
    const ProgramResult outcome = run_program({verb, "--help"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_NE(outcome.out.find("Example"), std::string::npos) << verb;
    EXPECT_NE(outcome.out.find(std::string("sweep-bench ") + verb), std::string::npos) << verb;
  }
}

TEST(List, NamesWhatThereIs) {
  for (const auto& [topic, name] :
       std::vector<std::pair<std::string, std::string>>{{"methods", "random"},
                                                        {"methods", "bohb"},
                                                        {"methods", "dehb"},
                                                        {"methods", "priorband"},
                                                        {"schedulers", "checked-asha"},
                                                        {"cluster", "stragglers"},
                                                        {"measures", "top 3 stopped"},
                                                        {"searchers", "grid"},
                                                        {"objectives", "styblinski-tang"},
                                                        {"distributions", "int_log_uniform_values"},
                                                        {"objectives", "bbob-mixint/fF/dD/iI"},
                                                        {"suites", "suite:bbob-noisy"},
                                                        {"suites", "2160 objectives: f1-24"},
                                                        {"schedulers", "none"},
                                                        {"measures", "regret"}}) {
    const ProgramResult outcome = run_program({"list", topic});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_NE(outcome.out.find(name), std::string::npos) << topic;
    const Value items = json_of(run_program({"list", topic, "--json"}));
    EXPECT_FALSE(as_list(items).empty());
  }
  EXPECT_EQ(run_program({"list", "objektives"}).exit_code, 2);
}

TEST(Space, ShowsSupportsAndProbabilities) {
  const ProgramResult outcome = run_program({"space", "-"}, kTutorial);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_NE(outcome.out.find("configurations: 9"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("0.3333"), std::string::npos) << outcome.out;
}

TEST(Space, AnswersQuestionsInOrder) {
  const Value answer = json_of(run_program(
      {"space", "-", "--json", "--quantiles", "0.9,0.1", "--cdf", "x=1,2.5", "--cdf", "y=0"},
      kTutorial));
  EXPECT_EQ(as_text(at(answer, "cardinality")), "9");
  const Value& x = as_list(at(answer, "parameters")).at(0);
  EXPECT_EQ(to_json(at(x, "quantiles")), "[3, 1]");
  EXPECT_EQ(to_json(at(x, "support")), "[1, 3]");
  EXPECT_NEAR(as_reals(at(x, "cdf")).at(1), 2.0 / 3, 1e-15);
  const Value& y = as_list(at(answer, "parameters")).at(1);
  EXPECT_EQ(to_json(at(y, "support")), "[1, 3, 7]");
  EXPECT_EQ(as_text(at(y, "kind")), "category");
}

TEST(Space, ReportsAllThatIsWrongWithItsPlace) {
  const TemporaryFolder folder;
  const std::string file = folder.write("sweep.yaml",
                                        "method: random\n"
                                        "parameters:\n"
                                        "  lr: {min: 0.1, max: 0.01}\n"
                                        "  b: {values: []}\n");
  const ProgramResult outcome = run_program({"space", file});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("parameters.lr: min 0.1 is not less than max 0.01"), std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("parameters.b"), std::string::npos) << outcome.err;
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 2) << outcome.err;
}

TEST(Space, WarnsOfAMisspeltSection) {
  const ProgramResult outcome = run_program(
      {"space", "-"}, "method: random\nparameters: {x: {min: 0, max: 1}}\nparametrs: 3\n");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_NE(outcome.err.find("did you mean \"parameters\"?"), std::string::npos) << outcome.err;
}

// The sweep files of W&B's own tutorials, as they stand there.
constexpr const char* kTutorialFiles[] = {
    R"({"method": "random", "metric": {"name": "score", "goal": "minimize"},
        "parameters": {"x": {"max": 0.1, "min": 0.01}, "y": {"values": [1, 3, 7]}}})",
    "method: random\n"
    "metric:\n  goal: minimize\n  name: score\n"
    "parameters:\n  x:\n    max: 0.1\n    min: 0.01\n  y:\n    values: [1, 3, 7]\n",
    "method: random\n"
    "metric: {name: loss, goal: minimize}\n"
    "parameters:\n"
    "  optimizer: {values: [adam, sgd]}\n"
    "  fc_layer_size: {values: [128, 256, 512]}\n"
    "  dropout: {values: [0.3, 0.4, 0.5]}\n"
    "  epochs: {value: 1}\n"
    "  learning_rate: {distribution: uniform, min: 0, max: 0.1}\n"
    "  batch_size: {distribution: q_log_uniform_values, q: 8, min: 32, max: 256}\n",
    "program: train.py\n"
    "method: random\n"
    "metric: {name: val_loss, goal: minimize}\n"
    "parameters:\n"
    "  learning_rate: {min: 0.001, max: 0.1}\n"
    "  optimizer: {values: [adam, sgd]}\n"};

TEST(Tutorials, WorkUnchangedInEveryVerb) {
  for (const char* text : kTutorialFiles) {
    for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--wandb-compat"}}) {
      const auto run_with = [&](std::vector<std::string> words) {
        words.insert(words.end(), more.begin(), more.end());
        const ProgramResult outcome = run_program(words, text);
        EXPECT_EQ(outcome.exit_code, 0) << text << outcome.err;
        EXPECT_EQ(outcome.err, "") << text;
      };
      run_with({"space", "-"});
      run_with({"next", "-", "-n", "3"});
      const bool has_x = std::string(text).find("fc_layer") == std::string::npos &&
                         std::string(text).find("train.py") == std::string::npos;
      run_with({"run", "--config", "-", "--objective", has_x ? "x**3 + y" : "learning_rate**2"});
    }
  }
}

TEST(Next, WalksAGridFromItsRuns) {
  const TemporaryFolder folder;
  const std::string sweep = folder.write("sweep.yaml", kTutorial);
  const std::string runs = folder.write(
      "runs.json",
      R"({"runs": [{"state": "finished", "config": {"x": {"value": 1}, "y": {"value": 1}}},
                   {"state": "running", "config": {"x": {"value": 1}, "y": {"value": 7}}}]})");
  const Value answer = json_of(run_program({"next", sweep, "--runs", runs, "-n", "20", "--json"}));
  const List& left = as_list(at(answer, "runs"));
  ASSERT_EQ(left.size(), 8u);  // seven of nine, then null
  EXPECT_EQ(to_json(at(left[0], "config")), R"({"x": {"value": 1}, "y": {"value": 3}})");
  EXPECT_TRUE(left.back().is_null());
}

TEST(Next, GoesOnWhereTheRunsEnd) {
  const TemporaryFolder folder;
  const std::string sweep =
      folder.write("sweep.yaml", "method: random\nparameters: {x: {min: 0.0, max: 1.0}}\n");
  const Value both = json_of(run_program({"next", sweep, "-n", "2", "--json"}));
  const Value& first = at(as_list(at(both, "runs")).at(0), "config");
  const std::string runs =
      folder.write("runs.json", "[{\"state\": \"finished\", \"config\": " + to_json(first) + "}]");
  const Value second = json_of(run_program({"next", sweep, "--runs", runs, "--json"}));
  EXPECT_EQ(to_json(at(as_list(at(second, "runs")).at(0), "config")),
            to_json(at(as_list(at(both, "runs")).at(1), "config")));
}

TEST(Next, PrintsConfigurationsOnly) {
  const ProgramResult outcome = run_program({"next", "-", "-n", "20"}, kTutorial);
  EXPECT_EQ(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 9) << outcome.out;
  EXPECT_EQ(outcome.err, "nothing is left to try\n");
}

TEST(Next, EndsAtTheRunCapAndAtTheTarget) {
  const TemporaryFolder folder;
  const std::string capped = folder.write(
      "capped.yaml", "method: random\nrun_cap: 3\nparameters: {x: {min: 0.0, max: 1.0}}\n");
  const Value answer = json_of(run_program({"next", capped, "-n", "5", "--json"}));
  EXPECT_EQ(as_list(at(answer, "runs")).size(), 4u);  // three, then null
  const std::string target = folder.write("target.yaml",
                                          "method: random\nmetric: {name: loss, target: 0.5}\n"
                                          "parameters: {x: {min: 0.0, max: 1.0}}\n");
  const std::string runs = folder.write(
      "runs.json",
      R"([{"state": "finished", "config": {"x": {"value": 0.5}}, "history": [{"loss": 0.4}]}])");
  const Value over = json_of(run_program({"next", target, "--runs", runs, "--json"}));
  EXPECT_EQ(to_json(at(over, "runs")), "[null]");
}

TEST(Next, RefusesAGridWithoutLevelsAndSaysWhatToWrite) {
  const std::string sweep = "method: grid\nparameters: {lr: {min: 0.0, max: 1.0}}\n";
  const ProgramResult outcome = run_program({"next", "-"}, sweep);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("lr"), std::string::npos);
  EXPECT_EQ(run_program({"next", "-", "--set", "grid.levels=3"}, sweep).exit_code, 0);
  EXPECT_EQ(run_program({"next", "-", "--wandb-compat"}, sweep).exit_code, 2);
}

TEST(Eval, GivesValuesAndTheOptimum) {
  const Value answer = json_of(
      run_program({"eval", "branin", "--at", "[[0, 0], {\"x0\": 0.0, \"x1\": 1.0}]", "--json"}));
  EXPECT_NEAR(as_reals(at(answer, "values")).at(0), 55.602112642270262, 1e-12);
  EXPECT_NEAR(as_real(at(at(answer, "optimum"), "value")), 0.39788735772973816, 1e-12);
  EXPECT_EQ(as_list(at(at(answer, "optimum"), "points")).size(), 3u);
}

TEST(Eval, GivesTheLossAfterAnyStepOfALearningCurve) {
  const auto eval = [](std::vector<std::string> more) {
    std::vector<std::string> arguments{"eval", "curve?of=ackley(dim=3)&steps=27", "--at",
                                       "[[0, 0, 0]]"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
  };
  EXPECT_EQ(eval({}).out, "0.0\n");
  EXPECT_EQ(eval({"--step", "27"}).out, "0.0\n");
  EXPECT_GT(std::stod(eval({"--step", "1"}).out), std::stod(eval({"--step", "2"}).out));
  EXPECT_EQ(eval({"--step", "0"}).exit_code, 2);
  EXPECT_EQ(eval({"--step", "28"}).err, "error: --step 28: expected a whole number from 1 to 27\n");
}

TEST(Eval, ReadsPointsFromStandardInput) {
  const ProgramResult outcome =
      run_program({"eval", "x**2", "--param", "x={min: 0, max: 5.0}", "--at", "-"}, "[[3]]");
  EXPECT_EQ(outcome.out, "9.0\n") << outcome.err;
}

TEST(Eval, TakesAnExpressionThatBeginsWithAMinus) {
  const ProgramResult outcome =
      run_program({"eval", "--param", "x={min: 0, max: 5.0}", "--at", "[[3]]", "--", "-x**2"});
  EXPECT_EQ(outcome.out, "-9.0\n") << outcome.err;
}

TEST(Eval, NamesTheParameterThatDoesNotFit) {
  const auto error = [](const char* at) { return run_program({"eval", "branin", "--at", at}).err; };
  EXPECT_EQ(error("[{\"x0\": 1, \"x1\": 70}]"),
            "error: --at: entry 1, {\"x0\": 1, \"x1\": 70}: x1: expected a number in [0, 15], got "
            "70\n");
  EXPECT_EQ(error("[{\"x1\": 3}]"),
            "error: --at: entry 1, {\"x1\": 3}: x0: expected a number in [-5, 10], and it is "
            "missing\n");
}

TEST(Errors, ShowNoBytesThatAreNoText) {
  const ProgramResult outcome = run_program({"run", "--objective", "a\xff\x1b[31m"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("\"a\\xff\\x1b[31m\""), std::string::npos) << outcome.err;
}

TEST(Errors, NameTheSuite) {
  EXPECT_EQ(run_program({"run", "--objective", "suite:classic?nois=0.1"})
                .err.rfind("error: in \"suite:classic?nois=0.1\": objective \"beale\": ", 0),
            0u);
}

TEST(Eval, RefusesWhatIsNoPoint) {
  for (const char* at :
       {"[[1]]", "[[1, 2, 3]]", "[[1, \"a\"]]", "{\"a\": 1}", "[1]", "[", "[[1, null]]"}) {
    const ProgramResult outcome = run_program({"eval", "branin", "--at", at});
    EXPECT_EQ(outcome.exit_code, 2) << at;
    EXPECT_TRUE(outcome.err.starts_with("error: ")) << at << outcome.err;
  }
}

}  // namespace sweep::verbs_test
