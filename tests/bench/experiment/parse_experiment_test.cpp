#include "bench/experiment/parse_experiment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "algorithms/text/error.hpp"
#include "bench/experiment/keys.hpp"

namespace sweep::parse_experiment_test {

struct Row {
  const char* name;
  const char* text;
};

constexpr const char* kMaximised =
    "{method: random, run_cap: 7, metric: {name: acc, goal: maximize},"
    " parameters: {x: {min: 0.0, max: 1.0e-5}, y: {values: [1, 2.5, 1.0e+30, a b, \"no\"]}}}";

const std::vector<Row> kRows = {
    {"nothing said", "{}"},
    {"lists out of order", "{method: [random, grid], objective: [sphere, branin], seeds: [9, 2]}"},
    {"one seed", "{seeds: [5]}"},
    {"ranges", "{seeds: [1..3, 7, 9..11]}"},
    {"a method's options", "{method: 'tpe?candidates=3,bayes+asha?eta=4,bohb', trials: 30D}"},
    {"a slice, a suite", "{objective: ['bbob/f1,8/d2,5/i1-2?noise=0.1', 'suite:classic?shift=2']}"},
    {"steps kept", "{record: steps, budget: trials, workers: 8, objective: tabular/digits-mlp}"},
    {"settings",
     "{method: grid, set: {grid.levels: 3, cluster.late: 0.5, cluster.preempted: lost}}"},
    {"a sweep file in place", "{objective: x - 1, config: {parameters: {x: {min: 0, max: 1.0}}}}"},
    {"parameters",
     "{objective: x + y*a_b, param: {x: {min: 1, max: 9}, y: {value: 2}, a_b: "
     "{min: 0.1, max: 1}}}"},
    {"early stopping",
     "{objective: x, config: {method: grid, early_terminate: {type: hyperband, "
     "min_iter: 3}, parameters: {x: {values: [1, 2]}}}}"},
    {"imputation",
     "{objective: x, wandb-compat: true, config: {method: bayes, metric: {name: x, "
     "goal: minimize, impute: best}, parameters: {x: {min: 0.0, max: 1.0}}}}"},
};

ParsedExperiment parsed(const std::string& text) { return parse_experiment(text, "e.yaml"); }

std::string refusal(const std::string& text, const ExperimentPatch& patch = {}) {
  try {
    static_cast<void>(parse_experiment(text, "e.yaml", patch));
  } catch (const SpecError& error) {
    return error.what();
  }
  return "accepted";
}

template <class T>
std::vector<T> sorted(std::vector<T> items) {
  std::sort(items.begin(), items.end());
  return items;
}

void expect_round_trip(const Experiment& first) {
  const ParsedExperiment again = parsed(to_text(first));
  const Experiment& second = again.experiment;
  EXPECT_EQ(to_text(second), to_text(first));
  EXPECT_EQ(second.methods, sorted(first.methods));
  EXPECT_EQ(second.objectives, sorted(first.objectives));
  EXPECT_EQ(second.seeds, sorted(first.seeds));
  EXPECT_EQ(second.trials, first.trials);
  EXPECT_EQ(second.budget, first.budget);
  EXPECT_EQ(second.workers, first.workers);
  EXPECT_EQ(second.settings, first.settings);
  EXPECT_EQ(second.space.has_value(), first.space.has_value());
  EXPECT_EQ(second.space_text, first.space_text);
  EXPECT_EQ(second.behaviour, first.behaviour);
  EXPECT_EQ(second.record, first.record);
  EXPECT_TRUE(again.warnings.empty());
}

TEST(ParseExperiment, IsTheInverseOfItsText) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.name);
    expect_round_trip(parsed(row.text).experiment);
  }
}

TEST(ParseExperiment, IsTheInverseUnderEitherRulesForNumbers) {
  for (const char* compat : {"true", "false"}) {
    SCOPED_TRACE(compat);
    const std::string text = "{objective: x, config: " + std::string(kMaximised) +
                             ", wandb-compat: " + compat + ", seeds: 3}";
    expect_round_trip(parsed(text).experiment);
  }
}

TEST(ParseExperiment, IsTheInverseForAllCombinationsOfPlainValues) {
  int experiments = 0;
  for (const char* method : {"random", "[grid, tpe]", "bohb", "'random+asha?eta=3'"}) {
    for (const char* seeds : {"1", "20", "[3]", "[7, 1..2]"}) {
      for (const char* trials : {"1", "10D", "1000000"}) {
        for (const char* record : {"best", "trials"}) {
          const std::string text = "{objective: 'ackley?dim=3', method: " + std::string(method) +
                                   ", seeds: " + seeds + ", trials: " + trials +
                                   ", record: " + record + "}";
          SCOPED_TRACE(text);
          expect_round_trip(parsed(text).experiment);
          ++experiments;
        }
      }
    }
  }
  EXPECT_EQ(experiments, 96);
}

TEST(ParseExperiment, TakesThePatchForWhatItSays) {
  ExperimentPatch patch;
  patch.methods = {{"grid,tpe", {}}};
  patch.settings = {{"grid.levels=5", {}}};
  patch.parameters = {"x={min: 0, max: 2}"};
  const Experiment experiment = parse_experiment(
                                    "{method: random, objective: x + y, trials: 9, "
                                    "set: {grid.levels: 3, cluster.late: 1}, "
                                    "param: {x: {value: 1}, y: {min: 0, max: 4}}}",
                                    "e.yaml", patch)
                                    .experiment;
  EXPECT_EQ(experiment.methods, (std::vector<std::string>{"grid", "tpe"}));
  EXPECT_EQ(experiment.settings, (Settings{{"cluster.late", "1"}, {"grid.levels", "5"}}));
  EXPECT_EQ(experiment.trials, TrialCount(9));
  ASSERT_TRUE(experiment.space);
  EXPECT_EQ(experiment.space->size(), 2u);
  EXPECT_EQ(to_text(experiment.space->cardinality()), "15");
}

TEST(ParseExperiment, TakesASweepFileOfThePatchForTheWholeSpace) {
  ExperimentPatch patch;
  patch.config = {"nowhere/sweep.yaml", {}};
  const std::string text = "{objective: x, param: {x: {min: 0, max: 4}}}";
  EXPECT_NE(refusal(text, patch).find("nowhere/sweep.yaml"), std::string::npos);
  EXPECT_EQ(refusal(text), "accepted");
}

TEST(ParseExperiment, AnswersWithItsWarnings) {
  const ParsedExperiment answer = parsed(
      "{objective: x, trials: 9, set: {grid.levels: 3}, config: " + std::string(kMaximised) + "}");
  EXPECT_EQ(
      answer.warnings,
      (std::vector<std::string>{"run_cap of the sweep file limits the trials to 7",
                                "--set grid.levels has no effect: grid is not among the methods"}));
  EXPECT_EQ(answer.experiment.trials, TrialCount(7));
  EXPECT_TRUE(answer.experiment.settings.empty());
}

TEST(ParseExperiment, ImputesForTheSearcherThatCan) {
  const std::string config =
      "config: {method: bayes, metric: {name: x, goal: minimize, impute: best}, parameters: {x: "
      "{min: 0.0, max: 1.0}}}";
  EXPECT_TRUE(parsed("{objective: x, " + config + "}").experiment.settings.empty());
  EXPECT_EQ(parsed("{objective: x, wandb-compat: true, " + config + "}").experiment.settings,
            (Settings{{"bayes.impute", "best"}}));
  EXPECT_EQ(
      parsed("{objective: x, method: 'random,wandb-bayes', " + config + "}").experiment.settings,
      (Settings{{"wandb-bayes.impute", "best"}}));
}

TEST(ParseExperiment, KeepsWhatIsSaidBesideTheExperiment) {
  const ParsedExperiment answer = parse_experiment("{threads: 3, out: r.db}", "folder/e.yaml");
  EXPECT_EQ(answer.threads, 3);
  EXPECT_EQ(answer.out, "folder/r.db");
  EXPECT_FALSE(parsed("{}").threads);
}

TEST(ParseExperiment, NamesThePlaceOfEachError) {
  EXPECT_EQ(
      refusal("trials: 0\nseeds: [1, a]\n"),
      "e.yaml:2:8: --seeds 1,a: expected a count (20), a range (3..7), or several joined with "
      "commas (1,5,10..20)\n"
      "e.yaml:1:9: --trials 0: expected a whole number from 1 to 1000000000000, or one per "
      "dimension as in 100D");
  EXPECT_EQ(refusal("metod: random"),
            "e.yaml:1:1: metod: key \"metod\" is unknown; did you mean \"method\"? known: budget, "
            "config, method, objective, out, param, record, seeds, set, threads, trials, "
            "wandb-compat, workers");
}

TEST(ReadExperiment, NeedsNoFile) {
  ExperimentPatch patch;
  patch.trials = {"3", {}};
  const Experiment experiment = read_experiment("", patch).experiment;
  EXPECT_EQ(experiment.trials, TrialCount(3));
  EXPECT_EQ(experiment.methods, std::vector<std::string>{"random"});
  EXPECT_EQ(experiment.seeds.size(), 20u);
}

TEST(ExperimentKeys, AreFoundByTheirNames) {
  for (const ExperimentKey& key : experiment_keys()) {
    EXPECT_EQ(find_key(key.name()), &key);
    EXPECT_EQ("--" + std::string(key.name()), key.flag);
    EXPECT_FALSE(key.help.empty());
  }
  EXPECT_EQ(find_key("file"), nullptr);
}

}  // namespace sweep::parse_experiment_test
