// Sweep files as W&B's users have them, that its check complains of and its engine runs.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "algorithms/config/configuration.hpp"
#include "algorithms/config/early_stopping.hpp"
#include "algorithms/config/sweep_config.hpp"

namespace sweep::launch_files_test {

constexpr const char* kSpace = "\nparameters:\n  x: {min: 0.0, max: 1.0}\n";

SweepConfig read(const std::string& text, SweepUse use, Behaviour behaviour) {
  return read_sweep(text, {"f.yaml", behaviour, false, use});
}

std::string warnings(const SweepConfig& config) {
  std::string all;
  for (const Diagnostic& warning : config.warnings) all += to_text("f.yaml", warning) + "\n";
  return all;
}

std::string refusal(const std::string& text, SweepUse use, Behaviour behaviour) {
  try {
    read(text, use, behaviour);
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "";
}

std::string with_parameter(const std::string& parameter) {
  return "method: random\nparameters:\n  x: " + parameter + "\n";
}

std::string of_kind(const std::string& kind, const std::string& limits) {
  return "{distribution: " + kind + ", " + limits + "}";
}

void expect_part(const std::string& text, const std::string& part) {
  EXPECT_NE(text.find(part), std::string::npos) << "\"" << part << "\" is not in: " << text;
}

TEST(LaunchFiles, NeedAMethodOnlyForRuns) {
  const std::string text =
      "job: team/proj/job:latest\nmetric: {name: loss, goal: minimize}\nscheduler:\n  job: "
      "team/proj/scheduler:latest\n  num_workers: 2\n  settings: {pruner: {type: MedianPruner, "
      "args: {n_startup_trials: 1}}}" +
      std::string(kSpace);
  for (const Behaviour behaviour : {Behaviour::corrected, Behaviour::as_wandb}) {
    const SweepConfig stops = read(text, SweepUse::stop_runs, behaviour);
    EXPECT_EQ(early_stopping(stops)->name, "median");
    EXPECT_EQ(warnings(stops), "");
    expect_part(refusal(text, SweepUse::next_run, behaviour),
                "f.yaml:1:1: method is missing; add \"method: random\"");
    const SweepConfig next = read("method: random\n" + text, SweepUse::next_run, behaviour);
    EXPECT_EQ(next.space->size(), 1U);
    EXPECT_EQ(warnings(next), "");
  }
}

TEST(LaunchFiles, MayHaveLaunchAsWandb) {
  const std::string text = "method: random\nlaunch: {queue: q}" + std::string(kSpace);
  EXPECT_EQ(warnings(read(text, SweepUse::next_run, Behaviour::as_wandb)), "");
  EXPECT_EQ(warnings(read(text, SweepUse::whole_sweep, Behaviour::as_wandb)), "");
}

TEST(LaunchFiles, StopNeedsNeitherMethodNorParameters) {
  const std::string text =
      "method: [no]\nparameters: 5\nmetric: {name: m}\nearly_terminate: {type: hyperband, "
      "min_iter: 3}\n";
  for (const Behaviour behaviour : {Behaviour::corrected, Behaviour::as_wandb}) {
    EXPECT_EQ(read(text, SweepUse::stop_runs, behaviour).early_terminate->min_iter, 3.0);
  }
  EXPECT_NE(refusal("metric: {name: 5}", SweepUse::stop_runs, Behaviour::corrected), "");
}

TEST(LaunchFiles, WarnOfWhatOnlyWandbsCheckMinds) {
  const struct {
    const char* line;
    const char* warning;
  } kRows[] = {
      {"count: 20", "key \"count\" is unknown; did you mean \"run_cap\"?"},
      {"early_stopping: {type: hyperband}", "did you mean \"early_terminate\"?"},
      {"earlyStopping: {type: hyperband}", "did you mean \"early_terminate\"?"},
      {"metrik: {name: m}", "did you mean \"metric\"?"},
      {"search_space: 5", "did you mean \"parameters\"?"},
      {"name: 2024", "name: expected text, got 2024"},
      {"project:", "project: expected text, got nothing"},
      {"command: python train.py", "command: expected a list, got \"python train.py\""},
      {"run_cap: \"20\"", "run_cap: expected a whole number above 0, got \"20\""},
      {"run_cap: 0", "run_cap: expected a whole number above 0, got 0"},
      {"program: 5", "program: expected text, got 5"},
      {"kind: job", "kind: expected \"sweep\", got \"job\""},
      {"controller: {type: remote}", "controller.type: expected"},
      {"controller: {}", "controller: type is missing"},
      {"scheduler: {engine: optuna, source: s.py}", "scheduler.engine: \"optuna\" is not"},
      {"scheduler: {worker: 3}", "scheduler: key \"worker\" is unknown"},
      {"metric: {name: m, direction: min}", "metric: key \"direction\" is unknown"},
      {"metric: {name: m, goal: maximise}", "metric.goal: "},
      {"early_terminate: {type: envelope, min_iter: 3}", "early_terminate.type: "},
      {"early_terminate: hyperband", "early_terminate: expected a map"},
      {"early_terminate: {type: hyperband, min_iter: 3, extra: 1}",
       "early_terminate: key \"extra\" is unknown"},
  };
  for (const auto& row : kRows) {
    const std::string text = "method: random\n" + std::string(row.line) + kSpace;
    for (const Behaviour behaviour : {Behaviour::corrected, Behaviour::as_wandb}) {
      expect_part(warnings(read(text, SweepUse::next_run, behaviour)), row.warning);
    }
  }
}

TEST(LaunchFiles, ReadWhatIsMeant) {
  const auto corrected = [](const std::string& line) {
    return read("method: random\n" + line + kSpace, SweepUse::next_run, Behaviour::corrected);
  };
  EXPECT_EQ(corrected("run_cap: \"20\"").run_cap, 20U);
  EXPECT_EQ(read("method: random\nrun_cap: \"20\"" + std::string(kSpace), SweepUse::whole_sweep,
                 Behaviour::as_wandb)
                .run_cap,
            20U);
  EXPECT_FALSE(corrected("run_cap: -0.3").run_cap);
  expect_part(warnings(corrected("scheduler:")), "scheduler: is empty");
  EXPECT_EQ(corrected("metric: val_loss").metric->name, "val_loss");
  EXPECT_TRUE(corrected("metric: {name: acc, goal: maximise}").metric->maximise);
  EXPECT_FALSE(corrected("metric: {name: acc, goal: MINIMIZE}").metric->maximise);
  EXPECT_FALSE(corrected("metric:").metric);
  EXPECT_FALSE(corrected("early_terminate:").early_terminate);
}

TEST(LaunchFiles, BayesTakesWhatAGoalMeans) {
  for (const char* goal : {"minimise", "MINIMIZE", "min", ""}) {
    const std::string text =
        "method: bayes\nmetric: {name: m, goal: " + std::string(goal) + "}" + kSpace;
    const SweepConfig config = read(text, SweepUse::next_run, Behaviour::corrected);
    EXPECT_FALSE(config.metric->maximise);
    expect_part(warnings(config), "is taken for \"minimize\"");
  }
  const std::string text = "method: bayes\nmetric: {name: m, goal: maximise}" + std::string(kSpace);
  const SweepConfig corrected = read(text, SweepUse::next_run, Behaviour::corrected);
  EXPECT_TRUE(corrected.metric->maximise);
  expect_part(warnings(corrected), "is taken for \"maximize\" (W&B would minimise)");
  const std::string other = "method: bayes\nmetric: {name: m, goal: up}" + std::string(kSpace);
  expect_part(refusal(other, SweepUse::next_run, Behaviour::corrected), "metric.goal: expected");
  const SweepConfig as_wandb = read(text, SweepUse::next_run, Behaviour::as_wandb);
  EXPECT_FALSE(as_wandb.metric->maximise);
  expect_part(warnings(as_wandb), "W&B minimises it");
}

TEST(OldLogKinds, MeanTheExponentials) {
  const std::string lr = "{distribution: log_uniform, min: -9.2, max: -2.3}";
  for (const Behaviour behaviour : {Behaviour::corrected, Behaviour::as_wandb}) {
    const SweepConfig config = read(with_parameter(lr), SweepUse::next_run, behaviour);
    EXPECT_NEAR(support((*config.space)[0].distribution).lo, 1.0104e-4, 1e-8);
    EXPECT_NEAR(support((*config.space)[0].distribution).hi, 0.100259, 1e-6);
    EXPECT_EQ(warnings(config),
              "f.yaml:3:3: parameters.x: log_uniform takes exponents: values lie between "
              "exp(-9.2) and exp(-2.3), 0.000101 to 0.1003; W&B warns of it, and wants "
              "{distribution: log_uniform_values, min: 0.000101, max: 0.1003}\n");
  }
}

TEST(OldLogKinds, SayMoreOfLimitsThatLookLikeValues) {
  for (const char* limits :
       {"min: 0.0001, max: 0.1", "min: 16, max: 512", "min: 1, max: 1000", "min: 0, max: 1"}) {
    for (const char* kind : {"log_uniform", "q_log_uniform", "inv_log_uniform"}) {
      const std::string x = of_kind(kind, limits);
      for (const Behaviour behaviour : {Behaviour::corrected, Behaviour::as_wandb}) {
        const SweepConfig config = read(with_parameter(x), SweepUse::next_run, behaviour);
        expect_part(warnings(config), "look like the values themselves");
        expect_part(warnings(config), std::string(kind) + "_values");
      }
    }
  }
}

TEST(OldLogKinds, HaveFiniteLimitsCorrected) {
  const SweepConfig config = read(with_parameter(of_kind("log_uniform", "min: 1, max: 1000")),
                                  SweepUse::next_run, Behaviour::corrected);
  EXPECT_NEAR(support((*config.space)[0].distribution).hi, 8.218407461554972e307, 1e295);
  for (const char* limits : {"min: 16, max: 256, q: 16", "min: 64, max: 512, q: 1"}) {
    const SweepConfig quantised = read(with_parameter(of_kind("q_log_uniform", limits)),
                                       SweepUse::next_run, Behaviour::corrected);
    EXPECT_GE(support((*quantised.space)[0].distribution).hi, 4e15);
  }
  expect_part(refusal(with_parameter(of_kind("log_uniform", "min: 1000, max: 5000")),
                      SweepUse::next_run, Behaviour::corrected),
              "look like the values themselves");
  const std::string nested =
      "{parameters: {a: " + of_kind("inv_log_uniform", "min: 2.3, max: 9.2") + "}}";
  const SweepConfig inverse =
      read(with_parameter(nested), SweepUse::next_run, Behaviour::corrected);
  EXPECT_NEAR(support((*inverse.space)[0].distribution).hi, 0.100259, 1e-6);
}

TEST(ParameterNames, MayBeHydrasAsWandbHasThem) {
  const std::string text =
      "method: grid\nparameters:\n  +experiment: {values: [a, b]}\n  model/encoder: {values: "
      "[small, big]}\n  1a: {value: 1}\n  größe: {value: 2}\n";
  for (const Behaviour behaviour : {Behaviour::corrected, Behaviour::as_wandb}) {
    const SweepConfig config = read(text, SweepUse::next_run, behaviour);
    expect_part(warnings(config), "parameters.+experiment: a parameter's name is");
    const Value configuration = to_configuration(*config.space, Point{{0, 0, 0, 0}}.values);
    expect_part(to_json(configuration), "\"model/encoder\": {\"value\": \"small\"}");
    const auto point = from_configuration(*config.space, configuration);
    ASSERT_TRUE(point);
    EXPECT_EQ(to_json(to_configuration(*config.space, point->values)), to_json(configuration));
  }
}

TEST(ParameterNames, KeepTheSlashInANameFromNesting) {
  const std::string text =
      "method: grid\nparameters:\n  model: {parameters: {lr: {values: [1, 2]}}}\n  model/lr: "
      "{values: [3, 4]}\n";
  const SweepConfig config = read(text, SweepUse::next_run, Behaviour::corrected);
  ASSERT_EQ(config.space->size(), 2U);
  EXPECT_EQ((*config.space)[0].name, "model/lr");
  EXPECT_EQ((*config.space)[1].name, "\"model/lr\"");
  const Value configuration = to_configuration(*config.space, Point{{1, 0}}.values);
  EXPECT_EQ(to_json(configuration), R"({"model": {"value": {"lr": 2}}, "model/lr": {"value": 3}})");
  const auto point = from_configuration(*config.space, configuration);
  ASSERT_TRUE(point);
  EXPECT_EQ(point->values, (std::vector<double>{1, 0}));
}

TEST(ParameterNames, MayBeSpeltWithDots) {
  const SweepConfig config = read(
      "method: grid\nparameters:\n  model: {parameters: {lr: {values: [1, 2]}, d: {parameters: "
      "{e: {value: 1}}}}}\n  model/d: {parameters: {e: {value: 1}}}\n",
      SweepUse::next_run, Behaviour::corrected);
  EXPECT_EQ(config.space->find_spelt("model.lr"), config.space->find("model/lr"));
  EXPECT_EQ(config.space->find_spelt("model/lr"), config.space->find("model/lr"));
  EXPECT_FALSE(config.space->find_spelt("model.no"));
}

TEST(ParameterHints, SayWhatToWrite) {
  const struct {
    std::string parameter;
    const char* hint;
  } kRows[] = {
      {"0.1", "expected a map, got 0.1; write {value: 0.1}"},
      {"adam", "expected a map, got \"adam\"; write {value: \"adam\"}"},
      {"[0.1, 0.2]", "expected a map, got a list; write {values: [..]}"},
      {"", "expected a map, got nothing; write {value: ..}"},
      {"{dropout: {min: 0.0, max: 0.5}, lr: {value: 1}}",
       "nested ones go below parameters: write {parameters: {dropout: ..}}"},
      {"{distribution: loguniform, min: 1, max: 2}", "did you mean \"log_uniform_values\"?"},
      {"{distribution: log-uniform, min: 1, max: 2}", "did you mean \"log_uniform_values\"?"},
      {"{distribution: LogUniformValues, min: 1, max: 2}", "did you mean \"log_uniform_values\"?"},
      {"{distribution: quniform, min: 1, max: 2}", "did you mean \"q_uniform\"?"},
      {"{distribution: randint, min: 1, max: 2}", "did you mean \"int_uniform\"?"},
      {"{distribution: lognormal}", "did you mean \"log_normal\"?"},
      {"{distribution: gaussian}", "did you mean \"normal\"?"},
      {"{distribution: choice, values: [1]}", "did you mean \"categorical\"?"},
      {"{distribution: normal, mean: 1, std: 2}", "did you mean \"mu\"?"},
      {"{low: 1, high: 2}", "did you mean \"min\"?"},
      {"{choices: [1, 2]}", "did you mean \"values\"?"},
      {"{distribution: log_uniform_values, min: 0, max: 0.1}",
       "parameters.x.min: expected a number above 0, got 0, which has no logarithm; write a small "
       "min, or {distribution: zero_or, p: 0.1, inner: {distribution: log_uniform_values, min: "
       "1.0e-06, max: 0.1}}"},
      {"{distribution: q_log_uniform_values, min: 0.0, max: 9, q: 1}", "zero_or"},
  };
  for (const auto& row : kRows) {
    expect_part(refusal(with_parameter(row.parameter), SweepUse::next_run, Behaviour::corrected),
                row.hint);
    EXPECT_NE(refusal(with_parameter(row.parameter), SweepUse::next_run, Behaviour::as_wandb), "");
  }
}

TEST(ParameterHints, NameTheLineOfATab) {
  expect_part(refusal("method: random\nparameters:\n\tlr:\n\t\tmin: 0.1\n", SweepUse::next_run,
                      Behaviour::corrected),
              "a tab indents line 3: write blanks instead");
}

TEST(ParameterHints, SayWhichKeyWasMeant) {
  expect_part(
      refusal("method: random\nparams: {x: {value: 1}}", SweepUse::next_run, Behaviour::corrected),
      "parameters is missing; did you mean it by \"params\"?");
  expect_part(refusal("Method: random\nparameters: {x: {value: 1}}", SweepUse::next_run,
                      Behaviour::corrected),
              "method is missing; did you mean it by \"Method\"?");
}

}  // namespace sweep::launch_files_test
