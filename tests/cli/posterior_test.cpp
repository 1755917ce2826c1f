// The verb posterior, and `next` of a bayes sweep, with the model of this project.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "algorithms/config/json.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::posterior_test {

std::string sweep_file(const std::string& goal) {
  return "method: bayes\nmetric: {name: score, goal: " + goal +
         "}\nparameters:\n"
         "  kind: {values: [a, b]}\n"
         "  model: {parameters: {lr: {distribution: log_uniform_values, min: 0.01, max: 1.0}}}\n"
         "  x: {min: 0.0, max: 1.0}\n"
         "  y: {value: 7}\n";
}

Value configuration(double lr, double x, const char* kind) {
  return Map{{"kind", Map{{"value", kind}}},
             {"model", Map{{"value", Map{{"lr", lr}}}}},
             {"x", Map{{"value", x}}}};
}

Value run_of(const char* state, const Value& config, const Value& summary) {
  return Map{{"state", state}, {"config", config}, {"summary_metrics", summary}};
}

double bowl(double lr, double x) {
  return 100 + (x - 0.3) * (x - 0.3) + std::log10(lr) * std::log10(lr) / 8;
}

List bowl_runs(double sign) {
  List runs;
  for (const double lr : {0.02, 0.2, 0.8}) {
    for (const double x : {0.1, 0.5, 0.9}) {
      const char* kind = x == 0.5 ? "a" : "b";
      runs.push_back(
          run_of("finished", configuration(lr, x, kind), Map{{"score", sign * bowl(lr, x)}}));
    }
  }
  return runs;
}

ProgramResult ask(const std::string& verb, const std::string& sweep, const Value& runs,
                  const std::vector<std::string>& more) {
  const TemporaryFolder folder;
  std::vector<std::string> words = {verb, folder.write("sweep.yaml", sweep), "--runs",
                                    folder.write("runs.json", to_json(runs))};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words);
}

Value posterior(const std::string& goal, const Value& runs, const Value& points) {
  return json_of(ask("posterior", sweep_file(goal), runs, {"--json", "--at", to_json(points)}));
}

TEST(OwnPosterior, SaysWhatTheModelIsMadeOf) {
  List runs = bowl_runs(1);
  runs.push_back(run_of("running", configuration(0.1, 0.25, "a"), Map{}));
  runs.push_back(run_of("crashed", configuration(1.0, 0.75, "b"), Map{}));
  const Value answer = posterior("minimize", runs, List{});
  EXPECT_EQ(to_json(at(answer, "columns")), R"(["kind", "model/lr", "x"])");
  ASSERT_EQ(as_list(at(answer, "rows")).size(), 10u);
  EXPECT_EQ(as_reals(at(answer, "targets")).size(), 10u);
  const std::vector<double> failed = as_reals(as_list(at(answer, "rows"))[9]);
  EXPECT_DOUBLE_EQ(failed[0], 0.75);  // the middle of the second of two categories
  EXPECT_DOUBLE_EQ(failed[1], 1);
  EXPECT_DOUBLE_EQ(failed[2], 0.75);
  ASSERT_EQ(as_list(at(answer, "running_rows")).size(), 1u);
  EXPECT_NEAR(as_reals(as_list(at(answer, "running_rows"))[0])[1], 0.5, 1e-12);
  EXPECT_EQ(as_reals(at(answer, "length_scales")).size(), 3u);
  EXPECT_TRUE(std::isfinite(as_real(at(answer, "log_marginal_likelihood"))));
  EXPECT_GT(as_real(at(answer, "noise")), 0);
}

TEST(OwnPosterior, KnowsTheResultsInTheUnitsOfTheMetric) {
  // Between the results, a bowl of depth 0.5 is known to a few hundredths at worst.
  constexpr double kTolerance = 0.02;
  for (const auto& [goal, sign] : {std::pair("minimize", 1.0), std::pair("maximize", -1.0)}) {
    const Value answer = posterior(goal, bowl_runs(sign), List{configuration(0.2, 0.5, "a")});
    const Value& point = as_list(at(answer, "points")).at(0);
    EXPECT_NEAR(as_real(at(point, "mean")), sign * bowl(0.2, 0.5), kTolerance) << goal;
    EXPECT_GE(as_real(at(point, "sd")), 0);
    EXPECT_LT(as_real(at(point, "sd")), kTolerance);
  }
}

TEST(OwnPosterior, TakesAPointAsARowOrAsAConfiguration) {
  const Value plain = Map{{"kind", "b"}, {"model", Map{{"lr", 0.1}}}, {"x", 0.25}};
  const Value answer = posterior("minimize", bowl_runs(1),
                                 List{List{0.75, 0.5, 0.25}, configuration(0.1, 0.25, "b"), plain});
  const List& points = as_list(at(answer, "points"));
  ASSERT_EQ(points.size(), 3u);
  for (const char* field : {"mean", "sd", "ei", "pi"}) {
    const double first = as_real(at(points[0], field));
    EXPECT_NEAR(as_real(at(points[1], field)), first, 1e-9 * std::abs(first)) << field;
    EXPECT_EQ(as_real(at(points[2], field)), as_real(at(points[1], field))) << field;
  }
}

constexpr const char* kReals =
    "method: bayes\nmetric: {name: score}\nparameters:\n"
    "  model: {parameters: {lr: {distribution: log_uniform_values, min: 0.01, max: 1.0}}}\n"
    "  x: {min: 0.0, max: 1.0}\n";

TEST(Posterior, AgreesWithNext) {
  List runs = bowl_runs(1);
  runs.push_back(run_of("running", configuration(0.1, 0.3, "a"), Map{}));
  for (const bool is_compat : {false, true}) {
    std::vector<std::string> more = {"--json"};
    if (is_compat) more.emplace_back("--wandb-compat");
    const Value next = json_of(ask("next", kReals, runs, more));
    const Value& run = as_list(at(next, "runs")).at(0);
    const Value& info = at(run, "search_info");
    more.insert(more.end(), {"--at", to_json(List{at(run, "config")})});
    const Value answer = json_of(ask("posterior", kReals, runs, more));
    EXPECT_EQ(as_real(at(answer, "jitter")), 0);  // the noise is enough
    const Value& point = as_list(at(answer, "points")).at(0);
    for (const auto& [field, name] :
         {std::pair("mean", "predicted_value"), std::pair("sd", "predicted_value_std_dev"),
          std::pair("ei", "expected_improvement"), std::pair("pi", "success_probability")}) {
      const double said = as_real(at(info, name));
      // The way through the native value moves the last bits of the coordinate.
      EXPECT_NEAR(as_real(at(point, field)), said, 1e-6 * std::abs(said)) << is_compat << field;
    }
  }
}

TEST(Posterior, PrintsATable) {
  const ProgramResult outcome =
      ask("posterior", sweep_file("minimize"), bowl_runs(1), {"--at", "[[0.75, 0.5, 0.25]]"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("9 rows, 0 running"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("jitter 0;"), std::string::npos) << outcome.out;
}

TEST(Posterior, ReadsTheStandardInput) {
  const TemporaryFolder folder;
  const std::string sweep = folder.write("sweep.yaml", kReals);
  const std::string runs = folder.write("runs.json", to_json(bowl_runs(1)));
  const std::string points = "[[0.5, 0.5]]";
  const std::string at_file = folder.write("points.json", points);
  const std::string expected =
      run_program({"posterior", sweep, "--runs", runs, "--at", points}).out;
  EXPECT_EQ(run_program({"posterior", sweep, "--runs", runs, "--at", "-"}, points).out, expected);
  EXPECT_EQ(run_program({"posterior", "-", "--runs", runs, "--at", at_file}, kReals).out, expected);
  EXPECT_EQ(
      run_program({"posterior", sweep, "--runs", "-", "--at", at_file}, to_json(bowl_runs(1))).out,
      expected);
}

TEST(Posterior, SaysWhyNextIsRandomAllTheSame) {
  const ProgramResult few =
      ask("posterior", kReals, List{}, {"--at", "[[0.5, 0.5]]", "--json", "--wandb-compat"});
  EXPECT_EQ(few.err,
            "warning: next proposes points at random: no run has valid samples of the metric\n");
  const Value point = as_list(at(json_of(few), "points")).at(0);
  EXPECT_EQ(to_json(point), R"({"mean": 0.0, "sd": "nan", "ei": "nan", "pi": 1.0})");
  // Neighbours far apart in value: the fit jumps to the shortest length scale.
  const List steep = {run_of("finished", configuration(0.1, 0.5, "a"), Map{{"score", 0.0}}),
                      run_of("finished", configuration(0.1, 0.501, "a"), Map{{"score", 1.0}}),
                      run_of("finished", configuration(0.1, 0.502, "a"), Map{{"score", 0.0}})};
  EXPECT_EQ(ask("posterior", kReals, steep, {"--at", "[]", "--wandb-compat"}).err,
            "warning: next proposes points at random: the length scale is at a bound\n");
}

struct Refused {
  const char* name;
  std::string sweep;
  Value runs;
  std::vector<std::string> more;
  const char* message;
};

std::vector<Refused> refused() {
  const std::string own = sweep_file("minimize");
  const std::string grid = "method: grid\nparameters: {x: {values: [1, 2]}}\n";
  const std::string random = "method: random\nparameters: {x: {values: [1, 2]}}\n";
  const List runs = bowl_runs(1);
  return {
      {"no runs", own, List{}, {"--at", "[]"}, "at least two runs"},
      {"one run", own, List{runs[0]}, {"--at", "[]"}, "at least two runs"},
      {"a narrow row",
       own,
       runs,
       {"--at", "[[0.5, 0.5]]"},
       "entry 1, [0.5, 0.5]: 2 coordinates for the 3 parameters kind, model/lr, x"},
      {"outside the cube",
       own,
       runs,
       {"--at", "[[0.5, 0.5, 1.5]]"},
       "x: expected a coordinate in [0, 1], got 1.5"},
      {"NaN", own, runs, {"--at", "[[0.5, \"nan\", 0.5]]"}, "model/lr: expected a coordinate"},
      {"unknown parameter", own, runs, {"--at", R"([{"z": 1}])"}, "parameter \"z\" is unknown"},
      {"no list", own, runs, {"--at", "{}"}, "expected a list"},
      {"grid", grid, runs, {"--at", "[]"}, "method grid has no model"},
      {"random", random, runs, {"--at", "[]", "--wandb-compat"}, "method random has no model"},
      {"own length scale", own, runs, {"--at", "[]", "--length-scale", "1"}, "--wandb-compat"},
      {"length scale 0",
       own,
       runs,
       {"--at", "[]", "--length-scale", "0", "--wandb-compat"},
       "from 1e-5 to 1e5"},
      {"length scale NaN",
       own,
       runs,
       {"--at", "[]", "--length-scale", "nan", "--wandb-compat"},
       "from 1e-5 to 1e5"},
      {"another searcher's option", own, runs, {"--at", "[]", "--set", "grid.levels=2"}, "grid"},
  };
}

TEST(Posterior, RefusesWhatItCannotAnswer) {
  for (const Refused& row : refused()) {
    const ProgramResult outcome = ask("posterior", row.sweep, row.runs, row.more);
    EXPECT_EQ(outcome.exit_code, 2) << row.name << outcome.out;
    EXPECT_NE(outcome.err.find(row.message), std::string::npos) << row.name << ": " << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
  EXPECT_NE(run_program({"posterior", "-", "--runs", "-", "--at", "[]"}).err.find("only once"),
            std::string::npos);
}

List next_runs(const std::string& sweep, const Value& runs, const char* n) {
  return as_list(at(json_of(ask("next", sweep, runs, {"--json", "-n", n})), "runs"));
}

std::string chosen_by(const Value& run) { return as_text(at(at(run, "search_info"), "chosen_by")); }

TEST(NextOwnBayes, SaysWhatItExpects) {
  for (const auto& [goal, sign] : {std::pair("minimize", 1.0), std::pair("maximize", -1.0)}) {
    for (const Value& run : next_runs(sweep_file(goal), bowl_runs(sign), "3")) {
      const Value& info = at(run, "search_info");
      EXPECT_NEAR(as_real(at(info, "predicted_value")), sign * 100, 1) << goal;
      EXPECT_GT(as_real(at(info, "predicted_value_std_dev")), 0);
      EXPECT_GT(as_real(at(info, "expected_improvement")), 0);
      EXPECT_NE(chosen_by(run), "design");
      EXPECT_TRUE(as_list(at(info, "warnings")).empty());
    }
  }
  const Value first = next_runs(kReals, List{}, "1").at(0);
  EXPECT_EQ(chosen_by(first), "design");
  EXPECT_EQ(to_json(at(at(first, "search_info"), "predicted_value")), "\"nan\"");
}

TEST(NextOwnBayes, KeepsAwayFromRunsUnderWay) {
  List runs = bowl_runs(1);
  const Value first = next_runs(kReals, runs, "1").at(0);
  runs.push_back(run_of("running", at(first, "config"), Map{}));
  const Value second = next_runs(kReals, runs, "1").at(0);
  EXPECT_NE(to_json(at(first, "config")), to_json(at(second, "config")));
}

TEST(NextOwnBayes, UsesUpAFiniteSpace) {
  const std::string sweep =
      "method: bayes\nmetric: {name: score}\nparameters: {x: {min: 1, max: 3}, y: {values: [a, "
      "b]}}\n";
  const List runs = {run_of("finished", Map{{"x", Map{{"value", 2}}}, {"y", Map{{"value", "b"}}}},
                            Map{{"score", 1}})};
  const List proposed = next_runs(sweep, runs, "9");
  ASSERT_EQ(proposed.size(), 6u);
  std::set<std::string> different;
  for (std::size_t i = 0; i < 5; ++i) different.insert(to_json(at(proposed[i], "config")));
  EXPECT_EQ(different.size(), 5u);
  EXPECT_FALSE(different.contains(to_json(at(runs[0], "config"))));
  EXPECT_TRUE(proposed[5].is_null());
}

// Runs that tell the model the same, or not.
TEST(NextOwnBayes, LearnsFromHistoryAndSummary) {
  const auto expected = [&](const char* state, const Value& history, const Value& summary) {
    List runs = bowl_runs(1);
    runs.push_back(Map{{"state", state},
                       {"config", configuration(0.05, 0.7, "a")},
                       {"history", history},
                       {"summary_metrics", summary}});
    return to_json(at(posterior("minimize", runs, List{}), "targets"));
  };
  const List history = {Map{{"score", 101.0}}, Map{{"score", 100.5}}, Map{{"score", 100.75}}};
  const std::string best = expected("finished", history, Map{});
  EXPECT_EQ(expected("finished", List{}, Map{{"score", 100.5}}), best);
  EXPECT_EQ(expected("finished", List{Map{{"score", 102.0}}}, Map{{"score", 100.5}}), best);
  EXPECT_EQ(expected("finished", history, Map{{"score", 100.75}}), best);
  EXPECT_EQ(expected("killed", history, Map{}), best);
  EXPECT_NE(expected("crashed", history, Map{}), best);
}

}  // namespace sweep::posterior_test
