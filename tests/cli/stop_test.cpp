// The verbs stop and audit, as a user runs them.
#include <gtest/gtest.h>

#include <algorithm>

#include "algorithms/config/json.hpp"
#include "tests/golden/compare.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::stop_test {

ProgramResult stop(const std::string& sweep, const Value& runs,
                   const std::vector<std::string>& more) {
  const TemporaryFolder folder;
  std::vector<std::string> words = {"stop", folder.write("sweep.yaml", sweep), "--runs",
                                    folder.write("runs.json", to_json(runs))};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words);
}

TEST(Stop, AgreesWithTheHyperbandVectors) {
  const Value vectors = read_vectors("hyperband.json");
  for (const Value& vector_case : as_list(at(vectors, "cases"))) {
    SCOPED_TRACE(as_text(at(vector_case, "id")));
    const ProgramResult outcome = stop(to_yaml(at(vector_case, "config")), at(vector_case, "runs"),
                                       {"--wandb-compat", "--json"});
    if (has(vector_case, "error")) {
      EXPECT_EQ(outcome.exit_code, 2);
      continue;
    }
    const Value answer = json_of(outcome);
    for (const char* field : {"stop", "bands", "n_bands"}) {
      EXPECT_EQ(to_json(at(answer, field)), to_json(at(vector_case, field))) << field;
    }
    EXPECT_EQ(as_reals(at(answer, "thresholds")), as_reals(at(vector_case, "thresholds")));
  }
}

Value run_of(const char* name, const char* state, const std::vector<double>& losses) {
  List history;
  for (const double loss : losses) history.push_back(Map{{"loss", loss}});
  return Map{{"name", name}, {"state", state}, {"history", history}};
}

std::string sweep_with(const std::string& section, const char* goal = "minimize") {
  return "method: random\nmetric: {name: loss, goal: " + std::string(goal) +
         "}\nparameters: {x: {min: 0.0, max: 1.0}}\n" + section + "\n";
}

const char* const kBands = "early_terminate: {type: hyperband, max_iter: 5, eta: 2, s: 2}";

List documented_runs(double sign = 1) {
  return {run_of("a", "finished", {sign * 10, sign * 9}),
          run_of("b", "running", {sign * 10, sign * 10}),
          run_of("c", "running", {sign * 10, sign * 8, sign * 8}),
          run_of("d", "running", {sign * 10, sign * 7, sign * 7}),
          run_of("e", "finished", {sign * 10, sign * 6, sign * 6})};
}

TEST(Stop, SaysWhyInTheUnitsOfTheMetric) {
  EXPECT_EQ(to_json(json_of(stop(sweep_with(kBands), documented_runs(), {"--json"}))),
            R"({"stop": ["b"], "bands": [1, 2], "n_bands": 2, "thresholds": [10.0, 8.0], )"
            R"("reasons": {"b": "band 2: 10 is worse than 8"}})");
  EXPECT_EQ(stop(sweep_with(kBands, "maximize"), documented_runs(-1), {}).out,
            "run  decision  reason\n"
            "b    stop      band 2: -10 is worse than -8\n\n1 of 3 running runs to stop\n");
}

TEST(Stop, ExplainsBandsAndTheRunsThatAreKept) {
  List runs = documented_runs();
  runs.push_back(run_of("", "running", {}));
  const std::string out = stop(sweep_with(kBands), runs, {"--explain"}).out;
  for (const char* line :
       {"band  step  threshold", "c      keep      band 2: 8 is not worse than 8",
        "nothing against it after 0 steps", "run 6"}) {
    EXPECT_NE(out.find(line), std::string::npos) << line << "\n" << out;
  }
}

TEST(Stop, ComparesTheBestUpToAStepUnlessAsWandb) {
  const List runs = {run_of("a", "running", {1, 9}), run_of("b", "finished", {2, 2}),
                     run_of("c", "finished", {3, 3})};
  const auto stopped = [&](const std::vector<std::string>& more) {
    return to_json(at(json_of(stop(sweep_with(kBands), runs, more)), "stop"));
  };
  EXPECT_EQ(stopped({"--json", "--wandb-compat"}), R"(["a"])");
  EXPECT_EQ(stopped({"--json"}), "[]");
}

TEST(Stop, TakesThePrunerOfALaunchedSweep) {
  const std::string pruner =
      "scheduler: {settings: {pruner: {type: MedianPruner, args: {n_startup_trials: 1}}}}";
  EXPECT_EQ(
      to_json(at(json_of(stop(sweep_with(pruner), documented_runs(), {"--json"})), "reasons")),
      R"({"b": "step 2: 10 is worse than 7.5", "c": "step 3: 8 is worse than 6", )"
      R"("d": "step 3: 7 is worse than 6"})");
}

TEST(Stop, WarnsOfAMetricThatNobodyReports) {
  const List runs = {Map{{"state", "running"}, {"history", List{Map{{"los", 1}, {"acc", 2}}}}}};
  const ProgramResult outcome = stop(sweep_with(kBands), runs, {});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(
      outcome.err,
      "warning: no run has reported \"loss\"; did you mean \"los\"? reported: \"acc\", \"los\"\n");
  EXPECT_EQ(outcome.out, "0 of 1 running runs to stop\n");
}

TEST(Stop, WarnsOfAMetricWithoutNumbers) {
  const List runs = {Map{{"state", "running"}, {"history", List{Map{{"loss", "low"}}}}}};
  EXPECT_EQ(stop(sweep_with(kBands), runs, {}).err,
            "warning: no run has reported a number as \"loss\", but \"low\"\n");
}

TEST(Stop, WarnsOfStepsThatItCannotUse) {
  const auto row = [](Value step) { return Map{{"loss", 1}, {"_step", std::move(step)}}; };
  const List runs = {Map{{"state", "running"},
                         {"history", List{row(-1), row(4), row(3), row("x"), row(1e18), row(20)}}}};
  EXPECT_EQ(stop(sweep_with(kBands), runs, {}).err, "");
  EXPECT_EQ(stop(sweep_with(kBands), runs, {"--iteration", "_step"}).err,
            "warning: 4 rows of the histories: _step is not a number above the row's before; "
            "counted as the step after it\n");
}

TEST(Stop, KeepsRunsThatAreShorterThanTheFirstBand) {
  const std::string far = "early_terminate: {type: hyperband, min_iter: 100, eta: 1.01}";
  const ProgramResult outcome = stop(sweep_with(far), documented_runs(), {"--explain"});
  EXPECT_NE(outcome.out.find("0 of 3 running runs to stop"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("nothing against it after 2 steps"), std::string::npos);
}

struct Refused {
  const char* name;
  std::string sweep;
  const char* message;
};

TEST(Stop, RefusesWhatItCannotAnswer) {
  const Refused rows[] = {
      {"no rule", sweep_with(""), "says nothing of stopping"},
      {"no metric", "method: random\nparameters: {x: {values: [1]}}\n" + std::string(kBands) + "\n",
       "stop needs a metric section"},
      {"max_iter 1", sweep_with("early_terminate: {type: hyperband, max_iter: 1, s: 1}"),
       "there is no band"},
      {"a pausing scheduler",
       sweep_with("scheduler: {settings: {pruner: {type: HyperbandPruner}}}"),
       "hyperband (HyperbandPruner) puts runs into brackets"},
      {"an unknown pruner", sweep_with("scheduler: {settings: {pruner: {type: Median}}}"),
       "type \"Median\" is unknown"},
      {"a bad argument",
       sweep_with("scheduler: {settings: {pruner: {type: PercentilePruner, args: {percentile: "
                  "101}}}}"),
       "percentile.percentile = 101: expected a number from 0 to 100"},
  };
  for (const Refused& row : rows) {
    const ProgramResult outcome = stop(row.sweep, documented_runs(), {});
    EXPECT_EQ(outcome.exit_code, 2) << row.name << outcome.out;
    EXPECT_NE(outcome.err.find(row.message), std::string::npos) << row.name << ": " << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
}

List finished_runs() {
  List runs;
  for (const double level : {5, 3, 8, 1, 9, 2, 7, 4, 6}) {
    const std::string name = "level-" + std::to_string(static_cast<int>(level));
    runs.push_back(run_of(name.c_str(), "finished", std::vector<double>(9, level)));
  }
  return runs;
}

ProgramResult audit(const Value& runs, std::vector<std::string> more) {
  more.insert(more.begin(), {"audit", "-"});
  return run_program(more, to_json(runs));
}

TEST(Audit, CountsWhatASchedulerSaves) {
  const Value answer =
      json_of(audit(finished_runs(), {"--metric", "loss", "--scheduler", "sha,none", "--json"}));
  EXPECT_EQ(to_json(at(answer, "steps")), "81");
  const Value& sha = as_list(at(answer, "schedulers")).at(0);
  EXPECT_EQ(to_json(at(sha, "steps")), "21");  // 6 runs of 1 step, 2 of 3, one of 9
  EXPECT_EQ(to_json(at(sha, "saved")), "60");
  EXPECT_EQ(to_json(at(sha, "stopped")), "8");
  EXPECT_EQ(to_json(at(sha, "top_1_stopped")), "[]");
  EXPECT_EQ(to_json(at(sha, "top_3_stopped")), R"(["level-2", "level-3"])");
  EXPECT_EQ(as_list(at(sha, "stops")).size(), 8u);
  const Value& none = as_list(at(answer, "schedulers")).at(1);
  EXPECT_EQ(to_json(at(none, "saved")), "0");
}

TEST(Audit, BeginsRunsAsWorkersComeFree) {
  const std::vector<std::string> flags = {"--metric", "loss", "--scheduler",
                                          "median?n_startup_trials=1", "--json"};
  const auto saved = [&](std::vector<std::string> more) {
    more.insert(more.begin(), flags.begin(), flags.end());
    return to_json(
        at(as_list(at(json_of(audit(finished_runs(), more)), "schedulers")).at(0), "saved"));
  };
  EXPECT_EQ(saved({}), "0");
  EXPECT_EQ(saved({"--workers", "1000"}), "0");
  EXPECT_EQ(saved({"--workers", "1"}), "40");  // 5 runs of 9 steps stop after the first
}

TEST(Audit, TakesMetricAndSchedulerOfASweepFile) {
  const TemporaryFolder folder;
  const std::string sweep = folder.write("sweep.yaml", sweep_with(kBands, "maximize"));
  const Value answer = json_of(audit(finished_runs(), {"--config", sweep, "--json"}));
  const List& rows = as_list(at(answer, "schedulers"));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(as_text(at(rows[0], "scheduler")), "wandb-hyperband?eta=2&max_iter=5&s=2&strict=true");
  EXPECT_EQ(to_json(at(rows[0], "top_1_stopped")), "[]");
}

TEST(Audit, ReplaysUnderEverySchedulerIfNoneIsNamed) {
  const ProgramResult outcome = audit(finished_runs(), {"--metric", "loss"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* name : {"asha", "hyperband", "median", "none", "patience", "wandb-hyperband"}) {
    EXPECT_NE(outcome.out.find(name), std::string::npos) << name;
  }
}

TEST(Audit, RefusesWhatItCannotReplay) {
  const struct {
    Value runs;
    std::vector<std::string> flags;
    const char* message;
  } rows[] = {
      {finished_runs(), {}, "audit needs --metric NAME"},
      {finished_runs(), {"--metric", "los"}, "no run has reported \"los\"; did you mean \"loss\"?"},
      {List{}, {"--metric", "loss"}, "has no runs"},
      {finished_runs(), {"--metric", "loss", "--workers", "0"}, "--workers 0: expected a whole"},
      {finished_runs(), {"--metric", "loss", "--goal", "max"}, "expected minimize or maximize"},
      {finished_runs(), {"--metric", "loss", "--scheduler", "ahsa"}, "did you mean \"asha\"?"},
      {finished_runs(), {"--metric", "loss", "--scheduler", "asha?eta=1"}, "asha.eta = 1"},
      {finished_runs(), {"--metric", "loss", "--scheduler", "asha?s=3"}, "expected at most 2"},
  };
  for (const auto& row : rows) {
    const ProgramResult outcome = audit(row.runs, row.flags);
    EXPECT_EQ(outcome.exit_code, 2) << row.message << outcome.out;
    EXPECT_NE(outcome.err.find(row.message), std::string::npos) << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
}

}  // namespace sweep::stop_test
