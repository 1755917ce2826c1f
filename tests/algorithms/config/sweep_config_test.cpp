#include "algorithms/config/sweep_config.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sweep::sweep_config_test {

constexpr const char* kSpace = "\nparameters:\n  x: {min: 0.0, max: 1.0}\n";

std::string refusal(const std::string& text, const ReadOptions& options = {"f.yaml"}) {
  try {
    read_sweep(text, options);
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "";
}

struct Row {
  const char* name;
  std::string text;
  bool wandb;           // whether W&B accepts it
  const char* message;  // of the corrected refusal; empty: accepted
};

void check(const Row& row) {
  const std::string message = refusal(row.text);
  const bool is_wandb = refusal(row.text, {"f.yaml", Behaviour::as_wandb, false}).empty();
  EXPECT_EQ(is_wandb, row.wandb) << row.name;
  EXPECT_EQ(message.empty(), std::string(row.message).empty()) << row.name << ": " << message;
  EXPECT_NE(message.find(row.message), std::string::npos) << row.name << ": " << message;
}

std::string with_parameter(const std::string& parameter) {
  return "method: random\nparameters:\n  x: " + parameter + "\n";
}

TEST(SweepConfig, CorrectsWhatWandbTakesForParameters) {
  const Row kRows[] = {
      {"1e-5 is a number", with_parameter("{min: 1e-5, max: 1e-1}"), false, ""},
      {"1e-5 in JSON style", with_parameter("{\"min\": 1E-5, \"max\": 1}"), false, ""},
      {"range", with_parameter("{min: 0.1, max: 0.01}"), false,
       "f.yaml:3:3: parameters.x: min 0.1 is not less than max 0.01"},
      {"nested range", with_parameter("{parameters: {a: {min: 5, max: 3}}}"), true,
       "f.yaml:3:20: parameters.x.parameters.a: min 5 is not less than max 3"},
      {"nested old kind",
       with_parameter("{parameters: {a: {distribution: log_uniform, min: 0, max: 1}}}"), true, ""},
      {"nested probabilities",
       with_parameter("{parameters: {a: {values: [1, 2], probabilities: [0.9, 0.9]}}}"), true,
       "add up to 1.8"},
      {"old kind", with_parameter("{distribution: q_log_uniform, min: 0, max: 1}"), false, ""},
      {"NaN", with_parameter("{min: .nan, max: 1.0}"), true, "min nan is not a finite number"},
      {"infinity", with_parameter("{min: 0.0, max: .inf}"), true, "max inf is not a finite number"},
      {"sigma 0", with_parameter("{distribution: normal, sigma: 0}"), true, "sigma 0 is not"},
      {"a 0", with_parameter("{distribution: beta, a: 0}"), true, "a 0 is not"},
      {"b 0", with_parameter("{distribution: q_beta, b: 0.0}"), true, "b 0 is not"},
      {"name that is no text", "method: random\nparameters:\n  5: {value: 1}\n", true,
       "f.yaml:3:3: parameters.5: a parameter's name must be text; put it in quotes"},
      {"probabilities just below 1",
       with_parameter("{values: [a, b], probabilities: [0.333333, 0.666666]}"), true, ""},
      {"integers, log-uniform",
       with_parameter("{distribution: int_log_uniform_values, min: 1, max: 1024}"), false, ""},
      {"zero or",
       with_parameter("{distribution: zero_or, p: 0.3, inner: {distribution: log_uniform_values, "
                      "min: 1e-6, max: 1e-1}}"),
       false, ""},
      {"zero or a category",
       with_parameter("{distribution: zero_or, p: 0.3, inner: {values: [1, 2]}}"), false,
       "parameters.x.inner: expected a numeric distribution"},
      {"zero or always zero",
       with_parameter("{distribution: zero_or, p: 1, inner: {min: 1, max: 2}}"), false, "p 1"},
  };
  for (const Row& row : kRows) check(row);
}

TEST(SweepConfig, CorrectsWhatWandbTakesForSections) {
  const std::string random = "method: random\nmetric: {name: m}\n";
  const std::string early = random + "early_terminate: {type: hyperband, ";
  const Row kRows[] = {
      {"bayes without metric", std::string("method: bayes") + kSpace, true, "needs a metric"},
      {"bayes over constants", "method: bayes\nmetric: {name: m}\nparameters: {x: {value: 1}}",
       true, "no constant"},
      {"impute_while_running false",
       std::string("method: bayes\nmetric: {name: m, impute_while_running: false}") + kSpace, false,
       ""},
      {"impute_while_running true",
       std::string("method: bayes\nmetric: {name: m, impute_while_running: true}") + kSpace, false,
       "expected \"latest\", \"best\", \"worst\" or \"false\", got true"},
      {"whole s", early + "max_iter: 27, s: 2.0}" + kSpace, true, ""},
      {"s with fraction", early + "max_iter: 27, s: 1.5}" + kSpace, true, "s must be an integer"},
      {"no band", early + "max_iter: 2, s: 2}" + kSpace, true, "there is no band"},
      {"negative max_iter", early + "max_iter: -5, s: 2}" + kSpace, true, "there is no band"},
      {"both forms without s", early + "max_iter: 27, min_iter: 3}" + kSpace, true, "needs s"},
      {"huge eta", early + "min_iter: 3, eta: 1.0e+10}" + kSpace, true, "eta 10000000000 is too"},
      {"infinite eta", early + "min_iter: 3, eta: .inf}" + kSpace, true, "finite"},
      {"launch", random + "launch: {queue: q}" + kSpace, false, ""},
      {"scheduler of W&B Launch",
       "method: custom\nscheduler: {job: j, settings: {pruner: {type: PercentilePruner}}}" +
           std::string(kSpace),
       false, ""},
  };
  for (const Row& row : kRows) check(row);
}

TEST(SweepConfig, SaysWhatIsWrongAndWhatIsAllowed) {
  const struct {
    const char* name;
    std::string text;
    const char* message;
  } kRows[] = {
      {"goal", "method: bayes\nmetric: {name: m, goal: larger}" + std::string(kSpace),
       "f.yaml:2:25: metric.goal: expected \"minimize\" or \"maximize\", got \"larger\""},
      {"method", "method: Random" + std::string(kSpace),
       "f.yaml:1:9: method: expected \"grid\", \"random\", \"bayes\" or \"custom\", got "
       "\"Random\""},
      {"key of a section", "method: bayes\nmetric: {name: m, gaol: minimize}" + std::string(kSpace),
       "f.yaml:2:19: metric: key \"gaol\" is unknown; did you mean \"goal\"?"},
      {"key of a parameter", with_parameter("{distribution: normal, sigm: 1}"),
       "f.yaml:3:29: parameters.x: key \"sigm\" is unknown; did you mean \"sigma\"?"},
      {"distribution", with_parameter("{distribution: log_uniform_value, min: 1, max: 2}"),
       "did you mean \"log_uniform_values\"?"},
      {"q without distribution", with_parameter("{min: 0, max: 9, q: 3}"),
       "f.yaml:3:23: parameters.x: q needs"},
      {"missing key", with_parameter("{min: 1}"), "max is missing; expected a number"},
      {"no kind", with_parameter("{}"), "expected value, values, min and max, parameters, or"},
      {"no map", with_parameter("5"), "f.yaml:3:6: parameters.x: expected a map, got 5"},
      {"no values", with_parameter("{values: []}"), "got an empty list"},
      {"name", "method: random\nparameters: {\"\": {value: 1}}", "parameters.: a parameter's name"},
      {"nested beside", with_parameter("{parameters: {a: {value: 1}}, value: 2}"), "no other key"},
      {"no parameters", "method: random\n", "f.yaml:1:1: parameters is missing"},
      {"no method", "parameters: {x: {value: 1}}", "f.yaml:1:1: method is missing"},
      {"document", "just text", "f.yaml:1:1: expected a map, got \"just text\""},
      {"empty file", "", "f.yaml:1:1: expected a map, got nothing"},
  };
  for (const auto& row : kRows) {
    const std::string message = refusal(row.text);
    EXPECT_NE(message.find(row.message), std::string::npos) << row.name << ": " << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << row.name << ": " << message;
  }
}

TEST(SweepConfig, CollectsAllErrorsInTheOrderOfTheFile) {
  try {
    read_sweep("parameters:\n  b: {min: 3, max: 2}\n  a: {min: x, max: 2}\nmethod: gird\nfoo: 1\n",
               {"f.yaml"});
    FAIL();
  } catch (const ConfigError& error) {
    ASSERT_EQ(error.diagnostics().size(), 3U);
    EXPECT_EQ(error.diagnostics()[0].path, "parameters.b");
    EXPECT_EQ(error.diagnostics()[1].path, "parameters.a.min");
    EXPECT_EQ(error.diagnostics()[2].path, "method");
  }
}

TEST(SweepConfig, ExplainsTextThatLooksLikeANumberToUs) {
  const std::string message =
      refusal(with_parameter("{min: 1e-5, max: 1.0}"), {"f.yaml", Behaviour::as_wandb, false});
  EXPECT_NE(message.find("W&B reads 1e-5 as text, write 1.0e-05"), std::string::npos) << message;
}

TEST(SweepConfig, SortsParametersByCodePointOnEachLevel) {
  const SweepConfig config = read_sweep(
      "method: random\nparameters:\n  b: {value: 1}\n  a: {parameters: {z: {value: 1}, B: {value: "
      "1}, b: {value: 1}}}\n  a-b: {value: 1}\n  a.b: {value: 1}\n  _c: {value: 1}\n  Z: {value: "
      "1}\n");
  std::string names;
  for (const Parameter& parameter : *config.space) names += parameter.name + " ";
  EXPECT_EQ(names, "Z _c a/B a/b a/z a-b a.b b ");
}

TEST(SweepConfig, ReadsEverySection) {
  const SweepConfig config = read_sweep(
      "program: train.py\nmethod: bayes\nmetric: {name: acc, goal: maximize, target: 1, impute: "
      "best, impute_while_running: latest}\nearly_terminate: {type: hyperband, max_iter: 27, s: "
      "2}\nrun_cap: 50\nparameters: {x: {min: 1, max: 3}}\n");
  EXPECT_EQ(config.method, "bayes");
  ASSERT_TRUE(config.metric);
  EXPECT_EQ(config.metric->name, "acc");
  EXPECT_TRUE(config.metric->maximise);
  EXPECT_EQ(config.metric->target, 1.0);
  EXPECT_EQ(config.metric->impute, Impute::best);
  EXPECT_EQ(config.metric->impute_while_running, Impute::latest);
  ASSERT_TRUE(config.early_terminate);
  EXPECT_EQ(config.early_terminate->max_iter, 27.0);
  EXPECT_EQ(config.early_terminate->eta, 3.0);
  EXPECT_TRUE(config.early_terminate->strict);
  EXPECT_EQ(config.run_cap, 50U);
  EXPECT_EQ(to_json(*find(*config.document.as<Map>(), "program")), "\"train.py\"");
}

TEST(SweepConfig, WritesIntegersAsTheReferenceDoes) {
  const std::string q = "parameters: {x: {distribution: q_uniform, min: 0.0, max: 4, q: 2}}";
  const auto first_kind = [&](const std::string& method, Behaviour behaviour) {
    return kind((*read_sweep("method: " + method + "\n" + q, {"", behaviour, false}).space)[0]
                    .distribution);
  };
  EXPECT_EQ(first_kind("random", Behaviour::as_wandb), Kind::integer);
  EXPECT_EQ(first_kind("grid", Behaviour::as_wandb), Kind::real);
  EXPECT_EQ(first_kind("grid", Behaviour::corrected), Kind::integer);
}

TEST(SweepConfig, BuildsOldKindsOfABareSectionAsWandb) {
  const ReadOptions bare{"", Behaviour::as_wandb, true};
  const std::string text =
      "parameters: {x: {distribution: log_uniform, min: -2, max: 0}, y: {distribution: normal, "
      "sigma: 0}, z: {values: [1, 2], probabilities: [0.9, 0.9]}}";
  EXPECT_EQ(read_sweep(text, bare).space->size(), 3U);
  EXPECT_NE(refusal("parameters: {x: {min: 2, max: 1}}", bare), "");
  EXPECT_NE(refusal(text, {"", Behaviour::corrected, true}), "");
}

TEST(SweepConfig, WarnsOfWhatWandbReadsOtherwise) {
  const auto warnings =
      read_sweep("method: grid\nmethod: random\nparameters: {x: {min: 1e-5, max: 0.5}}").warnings;
  ASSERT_EQ(warnings.size(), 2U);
  EXPECT_EQ(to_text("f", warnings[0]), "f:2:1: key method is repeated; the last value counts");
  EXPECT_EQ(to_text("f", warnings[1]),
            "f:3:23: W&B reads this number as text; write 1.0e-05 for both");
}

TEST(SweepConfig, ReadsOneParameterOfAFlag) {
  const auto parameters = read_parameter("x={min: 0.01, max: 0.1}");
  ASSERT_EQ(parameters.size(), 1U);
  EXPECT_EQ(parameters[0].name, "x");
  EXPECT_TRUE(std::holds_alternative<Uniform>(parameters[0].distribution));
  EXPECT_EQ(read_parameter("m={parameters: {b: {value: 1}, a: {value: 2}}}")[0].name, "m/a");
  for (const char* text : {"x", "={value: 1}", "x=", "x=5", "x={min: 1", "x={min: 2, max: 1}"}) {
    EXPECT_THROW(read_parameter(text), SpecError) << text;
  }
}

TEST(SweepConfig, TakesAFileAsTheEngineWithoutValidation) {
  const std::string text =
      "method: random\nmetric: {name: m, goal: max}\nfoo: 1\nearly_terminate: {type: hyperband, "
      "min_iter: 1, foo: 2}\nparameters: {x: {distribution: log_uniform, min: 0, max: 1}}";
  const ReadOptions options{"", Behaviour::as_wandb, false, SweepUse::whole_sweep};
  const SweepConfig config = read_sweep(text, options);
  EXPECT_FALSE(config.metric->maximise);
  EXPECT_EQ(config.early_terminate->min_iter, 1.0);
  EXPECT_NE(refusal(text, {"", Behaviour::as_wandb, false}), "");
  EXPECT_NE(refusal("method: bayes\nmetric: {name: m, foo: 1}" + std::string(kSpace), options), "");
}

TEST(SweepConfig, ReadsJsonWithJsonNumbers) {
  const std::string text =
      "{\n\t\"method\": \"random\",\n\t\"parameters\": {\"x\": {\"min\": 1e-5, \"max\": 0.1}}\n}";
  const ReadOptions options{"f.json", Behaviour::as_wandb, false};
  EXPECT_EQ(refusal(text, options), "");
  EXPECT_NE(refusal("{\"method\": \"gird\"}", options).find("f.json:1:12: method: "),
            std::string::npos);
}

}  // namespace sweep::sweep_config_test
