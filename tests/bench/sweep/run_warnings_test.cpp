#include "bench/sweep/run_warnings.hpp"

#include <gtest/gtest.h>

namespace sweep::run_warnings_test {

constexpr MetricPlaces kHistory = MetricPlaces::history;
constexpr MetricPlaces kBoth = MetricPlaces::history_and_summary;

std::string warning(const char* runs, const char* metric, MetricPlaces places = kBoth,
                    Behaviour behaviour = Behaviour::corrected) {
  return metric_warning(read_runs(runs, "runs"), {metric, false, {}, Impute::worst, {}}, places,
                        behaviour);
}

TEST(MetricWarning, NamesTheMetricInQuotesTheNearestAndTheOthers) {
  const char* runs = R"([{"state": "finished", "summary": {"val_loss": 1, "_step": 9, "acc": 1}}])";
  EXPECT_EQ(
      warning(runs, "val_loss "),
      R"(no run has reported "val_loss "; did you mean "val_loss"? reported: "acc", "val_loss")");
  EXPECT_EQ(warning(runs, "perplexity"),
            R"(no run has reported "perplexity"; reported: "acc", "val_loss")");
  EXPECT_EQ(warning(runs, "val_loss"), "");
}

TEST(MetricWarning, LooksWhereTheVerbLooks) {
  const char* runs = R"([{"history": [{"acc": 1}], "summary": {"loss": 1}}])";
  EXPECT_EQ(warning(runs, "loss", kBoth), "");
  EXPECT_EQ(warning(runs, "loss", kHistory),
            R"(no run has "loss" in its history, only in its summary; export histories, too)");
  const char* diverged = R"([{"history": [{"loss": "low"}], "summary": {"loss": 1}}])";
  EXPECT_EQ(warning(diverged, "loss", kHistory),
            R"(no run has reported a number as "loss", but "low")");
  const char* empty = R"([{"history": [{"loss": null}], "summary": {"loss": 1}}])";
  EXPECT_EQ(warning(empty, "loss", kHistory),
            R"(no run has "loss" in its history, only in its summary; export histories, too)");
  EXPECT_EQ(warning(runs, "los", kHistory), R"(no run has reported "los"; reported: "acc")");
}

TEST(MetricWarning, NamesWhatIsInsideMaps) {
  const char* runs = R"([{"summary": {"loss": {"min": 0.5}}}])";
  EXPECT_EQ(warning(runs, "loss.min"), "");
  EXPECT_EQ(warning(runs, "loss.mni"),
            R"(no run has reported "loss.mni"; did you mean "loss.min"? reported: "loss.min")");
  EXPECT_EQ(warning(runs, "loss.min", kBoth, Behaviour::as_wandb),
            R"(no run has reported "loss.min"; it is inside a map, where W&B does not look)");
}

TEST(MetricWarning, TellsAValueThatIsNoNumber) {
  EXPECT_EQ(warning(R"([{"history": [{"loss": "low"}]}])", "loss"),
            R"(no run has reported a number as "loss", but "low")");
  EXPECT_EQ(warning(R"([{"history": [{"loss": "low"}, {"loss": 1}]}])", "loss"), "");
}

TEST(MetricWarning, NamesTheRunsWithoutANumberAmongOthers) {
  const char* runs = R"([{"name": "a", "state": "finished", "summary": {"loss": 0.3}},
                         {"name": "b", "state": "finished", "summary": {"Loss": 0.3}},
                         {"name": "c", "state": "running", "history": [{"loss": "0.3"}]},
                         {"state": "finished"},
                         {"name": "nan", "state": "finished", "history": [{"loss": NaN}]},
                         {"name": "d", "state": "running", "history": [{"_step": 1}]},
                         {"name": "e", "state": "crashed", "history": [{"acc": 1}]}])";
  EXPECT_EQ(
      warning(runs, "loss"),
      "3 of 7 runs have no number as \"loss\", and count as runs without a result: b, c, run 4");
}

TEST(MetricWarning, WaitsUntilSomebodyHasReportedOrEnded) {
  EXPECT_EQ(warning("[]", "loss"), "");
  EXPECT_EQ(warning(R"([{"state": "running"}, {"state": "pending", "history": []}])", "loss"), "");
  EXPECT_EQ(warning(R"([{"state": "crashed"}])", "loss"),
            R"(no run has reported "loss", nor anything else)");
}

TEST(MetricWarning, ShowsNoMoreNamesThanFitTheEye) {
  std::string rows;
  for (int i = 10; i < 40; ++i) rows += (i > 10 ? ", \"g" : "\"g") + std::to_string(i) + "\": 1";
  const std::string text = warning(("[{\"summary\": {" + rows + "}}]").c_str(), "loss");
  EXPECT_NE(text.find("\"g21\" and 18 more"), std::string::npos) << text;
}

TEST(IgnoredWarning, NamesTheFirstRunsWithTheirReasons) {
  const std::vector<std::string> few = {"a: lr = 1 is above 0.1", "b: opt is missing"};
  EXPECT_EQ(ignored_warning(few, 3),
            "2 of 3 runs are no points of this space and are ignored: a: lr = 1 is above 0.1; b: "
            "opt is missing");
  const std::vector<std::string> many(8, "r: x is missing");
  const std::string text = ignored_warning(many, 9);
  EXPECT_EQ(text.substr(text.size() - 27), "r: x is missing; and 3 more");
  EXPECT_EQ(ignored_warning({}, 3), "");
}

}  // namespace sweep::run_warnings_test
