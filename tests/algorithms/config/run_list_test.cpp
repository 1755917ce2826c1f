#include "algorithms/config/run_list.hpp"

#include <gtest/gtest.h>

#include <string>

#include "algorithms/config/diagnostic.hpp"

namespace sweep::run_list_test {

std::string refusal(const std::string& text) {
  try {
    read_runs(text, "runs.json");
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(RunList, ReadsWhatWandbExports) {
  const auto runs = read_runs(
      R"({"runs": [{"name": "a", "state": "finished", "config": {"x": {"value": 0.05}},
          "history": [{"loss": 1.2}, {"loss": 1}], "summary_metrics": {"loss": 1.1}, "id": 7}]})",
      "");
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_EQ(runs[0].name, "a");
  EXPECT_EQ(runs[0].state, RunState::finished);
  EXPECT_EQ(to_json(runs[0].config), R"({"x": {"value": 0.05}})");
  EXPECT_EQ(valid_history(runs[0], "loss"), (std::vector<double>{1.2, 1}));
  EXPECT_EQ(best_value(runs[0], "loss", true), 1.2);
}

TEST(RunList, KnowsTheAliasesAndWhatMayBeMissing) {
  const auto runs = read_runs(
      R"([{"sampledHistory": [{"m": 2}], "summaryMetrics": {"m": 1}, "shouldStop": true},
          {"state": "running", "name": null, "config": null, "history": null, "summary": null}])",
      "");
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].state, RunState::pending);
  EXPECT_EQ(best_value(runs[0], "m", false), 1.0);
  EXPECT_TRUE(runs[1].history.empty());
  EXPECT_FALSE(runs[1].summary.has_value());
}

TEST(RunList, TakesFiniteNumbersForMetricValues) {
  const auto runs = read_runs(
      R"([{"history": [{"m": 1}, {"m": true}, {"m": "nan"}, {"m": "3"}, {"m": null}, {"n": 1},
          {"m": [1]}, {"m": 18446744073709551615}, {"m": 18446744073709551616},
          {"m": -9223372036854775809}, {"m": 2.5}]}])",
      "");
  EXPECT_EQ(valid_history(runs[0], "m"), (std::vector<double>{1, 18446744073709551615.0, 2.5}));
}

TEST(RunList, HidesTheHistoryBehindANullSummaryAsWandb) {
  const auto runs = read_runs(R"([{"history": [{"m": 1}], "summary": null}])", "");
  EXPECT_EQ(best_value(runs[0], "m", false, Behaviour::as_wandb), std::nullopt);
  EXPECT_EQ(best_value(runs[0], "m", false), 1.0);
}

TEST(RunList, ReadsWhatPythonWritesForNumbersThatAreNotFinite) {
  const auto runs = read_runs(
      R"([{"name": "NaN", "config": {"x": NaN}, "history": [{"m": NaN}, {"m": 2}, {"m": -Infinity}],
           "summary": {"m": Infinity}}])",
      "");
  EXPECT_EQ(runs[0].name, "NaN");
  EXPECT_EQ(runs[0].history.size(), 3U);
  EXPECT_EQ(valid_history(runs[0], "m"), (std::vector<double>{2}));
  EXPECT_EQ(best_value(runs[0], "m", true), 2.0);
}

TEST(RunList, FindsAMetricInsideTheMapOfASummary) {
  const auto runs = read_runs(
      R"([{"summary": {"loss": {"min": 0.25, "max": 3}, "val.acc": {"best": {"max": 0.5}}}},
          {"summary": {"loss.min": 4, "loss": {"min": 1}}},
          {"history": [{"loss": {"min": 2}}]}])",
      "");
  EXPECT_EQ(best_value(runs[0], "loss.min", false), 0.25);
  EXPECT_EQ(best_value(runs[0], "val.acc.best.max", true), 0.5);
  EXPECT_EQ(best_value(runs[0], "loss", false), std::nullopt);
  EXPECT_EQ(best_value(runs[0], ".min", false), std::nullopt);
  EXPECT_EQ(best_value(runs[0], "loss.", false), std::nullopt);
  EXPECT_EQ(best_value(runs[0], "loss.min", false, Behaviour::as_wandb), std::nullopt);
  EXPECT_EQ(best_value(runs[1], "loss.min", false), 4.0);
  EXPECT_EQ(valid_history(runs[2], "loss.min"), (std::vector<double>{2}));
}

TEST(RunList, SaysWhatToWriteInsteadOfOtherFormats) {
  EXPECT_EQ(
      refusal("name,state,loss\na,finished,1\n")
          .find("runs.json:1:1: this looks like CSV, which has no histories or nested values; "
                "expected a list of runs in JSON, [{\"name\": \"a\""),
      0U);
  EXPECT_EQ(refusal("\n\"Name\",\"State\"\n").find("runs.json:1:1: this looks like CSV"), 0U);
  EXPECT_EQ(refusal("method: grid\n").find("runs.json:1:1: this is no JSON; expected"), 0U);
  EXPECT_EQ(
      refusal("{\"name\": \"a\"}\n{\"name\": \"b\"}\n").find("runs.json:1:1: these are JSON lines"),
      0U);
  EXPECT_EQ(refusal("{\"runs\": []}\n"), "accepted");
  EXPECT_NE(refusal("").find("no valid JSON"), std::string::npos);
}

TEST(RunList, SaysWhatIsWrong) {
  const struct {
    const char* name;
    const char* text;
    const char* message;
  } kRows[] = {
      {"null", "null", "runs.json:1:1: expected a list of runs"},
      {"text", "\"a\"", "runs.json:1:1: this is no JSON; expected a list of runs"},
      {"one run", "{\"name\": \"a\"}", "runs.json:1:1: expected a list of runs, [{\"name\""},
      {"number as run", "[1]", "runs.json:1:2: runs[0]: expected a map, got 1"},
      {"state", "[{}, {\"state\": \"runing\"}]",
       "runs.json:1:16: runs[1].state: state \"runing\" is unknown; did you mean \"running\"?"},
      {"number as state", "[{\"state\": 1}]",
       "runs.json:1:12: runs[0].state: expected text, got 1"},
      {"row", "[{\"history\": [{}, 1]}]", "runs.json:1:19: runs[0].history[1]: expected a map"},
      {"history", "[{\"history\": {}}]", "runs.json:1:14: runs[0].history: expected a list"},
      {"config", "[{\"config\": []}]", "runs.json:1:13: runs[0].config: expected a map"},
      {"bare nan", "[{\"history\": [{\"m\": NaN},\n nan]}]", "runs.json:2:2: no valid JSON"},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(refusal(row.text).find(row.message), 0U) << row.name << ": " << refusal(row.text);
}

TEST(RunList, TellsWhichStatesAreFinal) {
  EXPECT_TRUE(is_terminal(RunState::crashed));
  EXPECT_FALSE(is_terminal(RunState::preempted));
  EXPECT_EQ(to_text(RunState::preempting), "preempting");
}

}  // namespace sweep::run_list_test
