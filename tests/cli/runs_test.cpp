// What next, stop, audit and posterior say of runs as they really are, as a user sees it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::runs_test {

using Words = std::vector<std::string>;

ProgramResult ask(const char* verb, const std::string& sweep, const std::string& runs,
                  const Words& more = {}) {
  const TemporaryFolder folder;
  Words words = {verb, folder.write("sweep.yaml", sweep), "--runs", "-"};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words, runs);
}

ProgramResult audit(const std::string& sweep, const std::string& runs, const Words& more = {}) {
  const TemporaryFolder folder;
  Words words = {"audit", "-", "--config", folder.write("sweep.yaml", sweep)};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words, runs);
}

std::string stopped(const ProgramResult& outcome) { return to_json(at(json_of(outcome), "stop")); }

constexpr const char* kTextNumbers = R"(method: grid
metric: {name: val_loss, goal: minimize}
parameters:
  lr: {values: [1e-3, 1e-4, 1e-5]}
  wd: {value: 5e-4}
)";

TEST(TextNumbers, LetAGridGoOnInBothModes) {
  const std::string runs =
      R"([{"name": "a", "state": "finished", "config": {"lr": {"value": "1e-3"},
           "wd": {"value": "5e-4"}}, "summaryMetrics": {"val_loss": 0.9}},
          {"name": "b", "state": "finished", "config": {"lr": {"value": "1e-4"},
           "wd": {"value": "5e-4"}}, "summaryMetrics": {"val_loss": 0.5}}])";
  EXPECT_EQ(ask("next", kTextNumbers, runs, {"-n", "5"}).out,
            "{\"lr\": {\"value\": 1e-05}, \"wd\": {\"value\": 0.0005}}\n");
  EXPECT_EQ(ask("next", kTextNumbers, runs, {"-n", "5", "--wandb-compat"}).out,
            "{\"lr\": {\"value\": \"1e-5\"}, \"wd\": {\"value\": \"5e-4\"}}\n");
}

TEST(TextNumbers, AreRememberedByBayes) {
  const std::string sweep =
      "method: bayes\nmetric: {name: l}\n"
      "parameters: {lr: {values: [1e-3, 1e-4]}, x: {min: 0.0, max: 1.0}}\n";
  const std::string runs =
      R"([{"state": "finished", "config": {"lr": "1e-3", "x": "0.5"}, "summary": {"l": 1}},
          {"state": "finished", "config": {"lr": 1e-4, "x": 0.25}, "summary": {"l": 2}}])";
  const Value answer =
      json_of(ask("posterior", sweep, runs, {"--at", R"([{"lr": "1e-4", "x": 0.1}])", "--json"}));
  EXPECT_EQ(as_list(at(answer, "rows")).size(), 2U);
}

constexpr const char* kBands = R"(method: random
metric: {name: loss, goal: minimize}
early_terminate: {type: hyperband, max_iter: 10, s: 2, eta: 3}
parameters: {lr: {min: 0.001, max: 0.1}}
)";

// Three runs that report each 1,000 steps of the trainer; "bad" is by far the worst.
std::string each_thousand_steps() {
  std::string runs = "[";
  for (const auto& [name, level] : {std::pair("a", 1.0), {"b", 1.2}, {"bad", 9.0}}) {
    runs += std::string(runs.size() > 1 ? ", " : "") + R"({"name": ")" + name + R"(", "state": ")" +
            (level > 2 ? "running" : "finished") + R"(", "history": [)";
    for (int i = 1; i <= 4; ++i) {
      runs += std::string(i > 1 ? ", " : "") + R"({"loss": )" + std::to_string(level / i) +
              R"(, "_step": )" + std::to_string(1000 * i - 1) + "}";
    }
    runs += "]}";
  }
  return runs + "]";
}

TEST(Iterations, AreReportsUnlessStepsAreAskedFor) {
  const std::string runs = each_thousand_steps();
  EXPECT_EQ(stopped(ask("stop", kBands, runs, {"--json"})), R"(["bad"])");
  EXPECT_EQ(stopped(ask("stop", kBands, runs, {"--json", "--wandb-compat"})), R"(["bad"])");
  const ProgramResult by_steps = ask("stop", kBands, runs, {"--json", "--iteration", "_step"});
  EXPECT_EQ(stopped(by_steps), "[]");
  EXPECT_EQ(by_steps.err,
            "warning: wandb-hyperband sees no run: none has a value at any band; the first is at "
            "step 1, the first report at 1000; without --iteration _step, reports are counted\n");
  const std::string late = "early_terminate: {type: hyperband, min_iter: 2000}";
  const std::string sweep =
      "method: random\nmetric: {name: loss}\nparameters: {x: {min: 0.0, max: 1.0}}\n" + late + "\n";
  EXPECT_EQ(stopped(ask("stop", sweep, runs, {"--json", "--iteration", "_step"})), R"(["bad"])");
  const ProgramResult unseen = ask("stop", sweep, runs, {"--json"});
  EXPECT_EQ(stopped(unseen), "[]");
  EXPECT_EQ(unseen.err,
            "warning: wandb-hyperband sees no run: its first band is at step 2000, and the longest "
            "run has 4 reports; --iteration _step counts the trainer's steps\n");
}

TEST(Iterations, AreCountedAlikeByAudit) {
  const auto row = [](const ProgramResult& outcome) {
    return as_list(at(json_of(outcome), "schedulers")).at(0);
  };
  const std::string runs = each_thousand_steps();
  const Value by_reports = row(audit(kBands, runs, {"--json"}));
  EXPECT_EQ(to_json(at(by_reports, "steps")), "6");  // "a" has 4, the others stop after their first
  const Value by_steps = row(audit(kBands, runs, {"--json", "--iteration", "_step"}));
  EXPECT_EQ(to_json(at(by_steps, "steps")), "12000");
  EXPECT_EQ(to_json(at(by_steps, "stopped")), "0");
}

TEST(Iterations, RefuseWhatTheyDoNotKnow) {
  const ProgramResult unknown = ask("stop", kBands, "[]", {"--iteration", "epoch"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_NE(unknown.err.find("known: reports, _step"), std::string::npos) << unknown.err;
  const ProgramResult compat =
      ask("stop", kBands, "[]", {"--iteration", "_step", "--wandb-compat"});
  EXPECT_EQ(compat.exit_code, 2);
  EXPECT_NE(compat.err.find("W&B's engine counts reports"), std::string::npos) << compat.err;
}

constexpr const char* kBayes =
    "method: bayes\nmetric: {name: val_loss, goal: minimize}\nearly_terminate: {type: hyperband, "
    "min_iter: 1}\nparameters: {lr: {min: 0.001, max: 0.1}}\n";

TEST(MissingMetric, IsNamedAlikeByAllVerbsInBothModes) {
  const std::string runs =
      R"([{"name": "a", "state": "finished", "config": {"lr": {"value": 0.01}},
           "history": [{"valid_loss": 0.4}], "summary": {"valid_loss": 0.4}},
          {"name": "b", "state": "finished", "config": {"lr": {"value": 0.05}},
           "history": [{"valid_loss": 0.6}], "summary": {"valid_loss": 0.6}}])";
  const std::string said =
      "no run has reported \"val_loss\"; did you mean \"valid_loss\"? reported: \"valid_loss\"";
  const Words at = {"--at", "[[0.5]]"};
  for (const Words& mode : {Words{}, Words{"--wandb-compat"}}) {
    Words with_at = at;
    with_at.insert(with_at.end(), mode.begin(), mode.end());
    for (const ProgramResult& outcome :
         {ask("next", kBayes, runs, mode), ask("stop", kBayes, runs, mode),
          ask("posterior", kBayes, runs, with_at)}) {
      EXPECT_NE(outcome.err.find(said), std::string::npos) << outcome.err;
    }
  }
  const ProgramResult audited = audit(kBayes, runs);
  EXPECT_EQ(audited.exit_code, 2);
  EXPECT_EQ(audited.err, "error: " + said + "\n");
}

TEST(MissingMetric, IsFoundInTheMapOfASummary) {
  const std::string sweep =
      "method: bayes\nmetric: {name: loss.min}\nparameters: {lr: {min: 0.0, max: 1.0}}\n";
  const std::string runs =
      R"([{"state": "finished", "config": {"lr": 0.1}, "summary": {"loss": {"min": 0.5}}},
          {"state": "finished", "config": {"lr": 0.4}, "summary": {"loss": {"min": 0.25}}}])";
  const ProgramResult outcome = ask("posterior", sweep, runs, {"--at", "[[0.5]]", "--json"});
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(as_reals(at(json_of(outcome), "targets")).size(), 2U);
}

TEST(IgnoredRuns, AreNamedWithTheirReason) {
  const std::string sweep =
      "method: bayes\nmetric: {name: acc, goal: maximize}\nparameters:\n"
      "  lr: {distribution: log_uniform_values, min: 0.0001, max: 0.1}\n"
      "  opt: {values: [adam, sgd]}\n";
  const std::string runs =
      R"([{"name": "good", "state": "finished", "config": {"lr": 0.01, "opt": "adam"},
           "summary": {"acc": 0.8}},
          {"name": "high-lr", "state": "finished", "config": {"lr": 1, "opt": "adam"},
           "summary": {"acc": 0.1}},
          {"state": "finished", "config": {"lr": 0.001, "opt": "rmsprop"},
           "summary": {"acc": 0.75}}])";
  const std::string said =
      "2 of 3 runs are no points of this space and are ignored: high-lr: lr = 1 is above 0.1; run "
      "3: opt = \"rmsprop\" is not listed";
  EXPECT_EQ(ask("next", sweep, runs).err, "warning: " + said + "\n");
  const ProgramResult outcome = ask("posterior", sweep, runs, {"--at", "[[0.5, 0.5]]"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("3 of 3 runs have ended; " + said +
                             "; write {\"name\": \"a\", "
                             "\"state\": \"finished\", \"config\": {\"lr\": {\"value\": "),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
}

constexpr const char* kDiverged =
    R"([{"name": "div", "state": "running", "history": [{"loss": 3}, {"loss": NaN}, {"loss": NaN},
         {"loss": NaN}]},
        {"name": "all", "state": "running", "history": [{"loss": "NaN"}, {"loss": "NaN"},
         {"loss": "NaN"}]},
        {"name": "back", "state": "running", "history": [{"loss": 1}, {"loss": Infinity},
         {"loss": 1}]},
        {"name": "ok1", "state": "finished", "history": [{"loss": 3}, {"loss": 2}, {"loss": 1.5},
         {"loss": 1}]},
        {"name": "ok2", "state": "finished", "history": [{"loss": 3}, {"loss": 2.2}, {"loss": 1.8},
         {"loss": 1.2}]}])";

TEST(DivergedRuns, StopAtTheirBandUnlessAsWandb) {
  const std::string sweep =
      "method: random\nmetric: {name: loss}\nearly_terminate: {type: hyperband, min_iter: 3}\n"
      "parameters: {lr: {min: 0.001, max: 0.1}}\n";
  const ProgramResult outcome = ask("stop", sweep, kDiverged, {"--json"});
  EXPECT_EQ(stopped(outcome), R"(["div", "all"])");
  EXPECT_EQ(to_json(at(json_of(outcome), "reasons")),
            R"({"div": "band 1: nan is no result", "all": "band 1: nan is no result"})");
  EXPECT_EQ(stopped(ask("stop", sweep, kDiverged, {"--json", "--wandb-compat"})), "[]");
  const Value audited = json_of(audit(sweep, kDiverged, {"--json"}));
  EXPECT_EQ(to_json(at(as_list(at(audited, "schedulers")).at(0), "top_1_stopped")), "[]");
  EXPECT_EQ(
      as_text(at(as_list(at(as_list(at(audited, "schedulers")).at(0), "stops")).at(0), "run")),
      "div");
}

TEST(EarlyTerminateOfBothForms, WarnsInAllVerbs) {
  const std::string sweep =
      "method: random\nmetric: {name: loss}\n"
      "early_terminate: {type: hyperband, s: 2, min_iter: 7, max_iter: 19}\n"
      "parameters: {lr: {min: 0.001, max: 0.1}}\n";
  for (const ProgramResult& outcome :
       {ask("stop", sweep, kDiverged), ask("stop", sweep, kDiverged, {"--wandb-compat"}),
        ask("next", sweep, "[]"), audit(sweep, kDiverged)}) {
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_NE(
        outcome.err.find("min_iter 7 is ignored beside max_iter and s: the bands are at 2, 6"),
        std::string::npos)
        << outcome.err;
  }
}

TEST(Seeds, MoveOnWithTheRunsAsWandb) {
  const std::string sweep = "method: random\nparameters: {lr: {min: 0.0, max: 1.0}}\n";
  const std::string one = R"([{"state": "finished", "config": {"lr": 0.5}, "summary": {}}])";
  const Words compat = {"--wandb-compat"};
  EXPECT_NE(ask("next", sweep, "[]", compat).out, ask("next", sweep, one, compat).out);
  EXPECT_EQ(ask("next", sweep, one, compat).out,
            ask("next", sweep, "[]", {"--wandb-compat", "--seed", "2"}).out);
}

TEST(CustomMethod, IsToldWhatToWrite) {
  const std::string sweep = "method: custom\nparameters: {lr: {min: 0.0, max: 1.0}}\n";
  const ProgramResult outcome = ask("next", sweep, "[]");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("method: custom proposes no runs; expected grid, random, bayes"),
            std::string::npos)
      << outcome.err;
}

TEST(HyperbandPruner, SaysOnceWhatCannotBe) {
  for (const char* resource : {"27", "auto"}) {
    const std::string sweep =
        "method: random\nmetric: {name: loss}\nparameters: {lr: {min: 0.001, max: 0.1}}\n"
        "scheduler: {settings: {pruner: {type: HyperbandPruner, args: {max_resource: " +
        std::string(resource) + "}}}}\n";
    const ProgramResult outcome = ask("stop", sweep, kDiverged);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_NE(outcome.err.find("by the name of Optuna's study"), std::string::npos) << outcome.err;
    const ProgramResult audited = audit(sweep, kDiverged);
    EXPECT_EQ(audited.exit_code, 0) << audited.err;
    EXPECT_EQ(audited.err.find("max_resource 27: the longest run, 4 steps, is taken for a full"),
              resource == std::string("27") ? 9U : std::string::npos)
        << audited.err;
  }
}

}  // namespace sweep::runs_test
