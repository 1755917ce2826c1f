// The verb plan as a user meets it.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::plan_test {

using Words = std::vector<std::string>;

const char* const kFile =
    "method: random\n"
    "metric: {name: loss, goal: minimize}\n"
    "run_cap: 9\n"
    "parameters:\n"
    "  lr: {min: 0.0, max: 1.0}\n"
    "early_terminate: {type: hyperband, min_iter: 3}\n";

ProgramResult plan(const TemporaryFolder& folder, const Words& more,
                   const std::string& file = kFile) {
  Words words = {"plan", folder.write("sweep.yaml", file), "--seeds", "6"};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words);
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const Words kCurve = {"--objective", "curve?of='(lr - 0.3)**2'&steps=27"};

Words with(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(Plan, AnswersInATableAndASentence) {
  const TemporaryFolder folder;
  const ProgramResult outcome = plan(folder, with(kCurve, {"--price", "2.5/h"}));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  for (const char* text :
       {"early termination", "worker hours", "price", "advised", "file", "min_iter=3", "\nTake "}) {
    EXPECT_NE(outcome.out.find(text), std::string::npos) << text << "\n" << outcome.out;
  }
}

TEST(Plan, RunsTheWholeGrid) {
  const TemporaryFolder folder;
  const Value answer =
      json_of(plan(folder, with(kCurve, {"--method", "random,tpe", "--scheduler",
                                         "none,wandb-hyperband", "--eta", "2,3", "--min-iter",
                                         "1,3", "--runs", "5,9", "--workers", "1,2", "--json"})));
  EXPECT_EQ(as_list(at(answer, "options")).size(), 2U * (1 + 2 * 2) * 2 * 2);
  const Value& first = as_list(at(answer, "options")).front();
  EXPECT_EQ(as_integer(at(first, "runs")), 5);
  EXPECT_EQ(as_integer(at(at(first, "loss"), "n")), 6);
  EXPECT_TRUE(as_list(at(answer, "warnings")).empty());
  EXPECT_TRUE(has(at(answer, "verdict"), "advised"));
}

TEST(Plan, WritesAPageInsteadWithTheSameSentence) {
  const TemporaryFolder folder;
  const std::string page = folder.path("plan.html");
  const ProgramResult outcome = plan(folder, with(kCurve, {"--html", page}));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  const std::string text = content_of(page);
  for (const char* part : {"<!doctype html>", "\"Take ", "\"kind\":\"points\"", "advised"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
  const ProgramResult again = plan(folder, with(kCurve, {"--html", page}));
  EXPECT_EQ(again.exit_code, 2);
  EXPECT_NE(again.err.find("plan.html"), std::string::npos);
  const ProgramResult both = plan(folder, with(kCurve, {"--html", page, "--json"}));
  EXPECT_EQ(both.err, "error: --json and --html exclude each other\n");
}

TEST(Plan, CountsHoursBySeconds) {
  const TemporaryFolder folder;
  const Words one = {"--method", "random",    "--scheduler", "none",  "--runs",
                     "4",        "--workers", "1",           "--json"};
  const auto hours = [&](const Words& more) {
    const Value answer = json_of(plan(folder, with(with(kCurve, one), more)));
    return as_real(at(as_list(at(answer, "options")).front(), "hours"));
  };
  EXPECT_DOUBLE_EQ(hours({}), 4 * 27 / 3600.0);  // a second a step
  EXPECT_DOUBLE_EQ(hours({"--step-seconds", "100"}), 4 * 27 / 36.0);
}

TEST(Plan, RunsMoreThanTheFilesCap) {
  const TemporaryFolder folder;
  const Value answer = json_of(plan(folder, with(kCurve, {"--method", "random", "--scheduler",
                                                          "none", "--workers", "1", "--json"})));
  const List& options = as_list(at(answer, "options"));
  ASSERT_EQ(options.size(), 2U);
  EXPECT_DOUBLE_EQ(as_real(at(options[0], "hours")), 9 * 27 / 3600.0);
  EXPECT_DOUBLE_EQ(as_real(at(options[1], "hours")), 18 * 27 / 3600.0);
}

TEST(Plan, IsTheSameForAnyNumberOfThreads) {
  const TemporaryFolder folder;
  const std::string one = plan(folder, with(kCurve, {"--json", "--threads", "1"})).out;
  EXPECT_EQ(plan(folder, with(kCurve, {"--json", "--threads", "3"})).out, one);
}

TEST(Plan, WarnsOfWhatIsInVain) {
  const TemporaryFolder folder;
  const ProgramResult flat =
      plan(folder, {"--objective", "(lr - 0.3)**2", "--method", "random", "--runs", "5"});
  EXPECT_EQ(flat.exit_code, 0) << flat.err;
  EXPECT_NE(flat.err.find("it has no learning curve"), std::string::npos) << flat.err;
  const ProgramResult far = plan(folder, with(kCurve, {"--method", "random", "--min-iter", "50",
                                                       "--scheduler", "wandb-hyperband"}));
  EXPECT_NE(far.err.find("cannot stop anything"), std::string::npos) << far.err;
  const ProgramResult table = plan(folder, {"--objective", "tabular/wine-forest", "--method",
                                            "random", "--runs", "5", "--workers", "1"});
  EXPECT_EQ(table.exit_code, 0) << table.err;
  EXPECT_NE(table.err.find("its parameters are not used"), std::string::npos) << table.err;
}

TEST(Plan, SaysWhatIsWrong) {
  struct Case {
    Words words;
    const char* message;
  };
  const TemporaryFolder folder;
  for (const Case& wrong :
       {Case{{}, "plan needs --objective"},
        Case{with(kCurve, {"--price", "much"}), "--price much: expected a number above 0"},
        Case{with(kCurve, {"--step-seconds", "-1"}), "--step-seconds -1: expected a number"},
        Case{with(kCurve, {"--runs", "0"}), "--runs 0: expected a whole number"},
        Case{with(kCurve, {"--workers", "2,2"}), "2 is there twice"},
        Case{with(kCurve, {"--method", "tpe+asha"}), "--method tpe+asha: expected searchers"},
        Case{with(kCurve, {"--scheduler", "hyperbald"}), "\"hyperbald\" is unknown"},
        Case{{"--objective", "sphere,ackley"}, "--objective sphere,ackley: expected one"},
        Case{{"--objective", "curve?of=zz"}, "name \"zz\" is unknown"}}) {
    const ProgramResult outcome = plan(folder, wrong.words);
    EXPECT_EQ(outcome.exit_code, 2) << wrong.message;
    EXPECT_NE(outcome.err.find(wrong.message), std::string::npos) << outcome.err;
  }
  const ProgramResult bare = plan(folder, kCurve, "parameters:\n  lr: {min: 0.0, max: 1.0}\n");
  EXPECT_EQ(bare.exit_code, 2);
  EXPECT_NE(bare.err.find("method"), std::string::npos) << bare.err;
}

}  // namespace sweep::plan_test
