// Stores that a run is writing, as those meet them who look at them meanwhile.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "algorithms/config/json.hpp"
#include "tests/cli/report_fixture.hpp"

namespace sweep::live_store_test {

using Words = std::vector<std::string>;

constexpr int kCells = 40;

// Long enough that nobody sees its end.
Words long_run(const std::string& path) {
  return {"run",         "--method",  "bayes",
          "--objective", "hartmann6", "--trials",
          "150",         "--seeds",   std::to_string(kCells),
          "--quiet",     "--threads", "1",
          "--out",       path};
}

bool is_there(const std::string& path, int cells) {
  const ProgramResult outcome = run_program({"export", path, "--format", "csv", "--rows", "cells"});
  if (outcome.exit_code != 0) return false;
  return std::count(outcome.out.begin(), outcome.out.end(), '\n') > cells;
}

TEST(LiveStore, IsReportedExportedAndPlottedWhileTheRunGoesOn) {
  const TemporaryFolder folder;
  const std::string path = folder.path("live.db");
  RunningProgram writer(long_run(path), folder);
  writer.wait_until([&] { return is_there(path, 2); });
  writer.freeze();
  for (const char* verb : {"report", "plot", "export"}) {
    Words words = {verb, path};
    if (words[0] == "export") words.insert(words.end(), {"--format", "csv"});
    const ProgramResult outcome = run_program(words);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_NE(outcome.err.find("the run is still going: "), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find(" of 40 cells are there"), std::string::npos) << outcome.err;
  }
  const ProgramResult second = run_program(long_run(path));
  EXPECT_EQ(second.exit_code, 1);
  EXPECT_NE(second.err.find("another run is writing this store"), std::string::npos) << second.err;
  writer.send(SIGCONT);
  writer.send(SIGINT);
  EXPECT_EQ(writer.wait_for_end().exit_code, 130);
  const ProgramResult after = run_program({"report", path});
  EXPECT_EQ(after.exit_code, 0) << after.err;
  EXPECT_NE(after.err.find("the run is not finished: "), std::string::npos) << after.err;
}

// Readers come as fast as they can; the run ends with every cell, and with the hash of a run alone.
TEST(LiveStore, IsNotDisturbedByReaders) {
  const TemporaryFolder folder;
  Words words = {"run",      "--method", "random,tpe", "--objective", "branin,ackley",
                 "--trials", "60",       "--seeds",    "30",          "--record",
                 "steps",    "--json",   "--out"};
  words.push_back(folder.path("alone.db"));
  const Value alone = json_of(run_program(words));
  words.back() = folder.path("read.db");
  RunningProgram writer(words, folder);
  writer.wait_until([&] {
    const ProgramResult outcome = run_program({"report", words.back(), "--json"});
    EXPECT_EQ(outcome.err.find("damaged"), std::string::npos) << outcome.err;
    return false;
  });
  const ProgramResult outcome = writer.wait_for_end();
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const Value read = to_value(read_json(outcome.out, "output", {}));
  EXPECT_EQ(as_text(at(read, "result_hash")), as_text(at(alone, "result_hash")));
  EXPECT_EQ(run_program({"report", words.back()}).err, "");
}

/// `report --follow` of a store that a run is writing.
class FollowedRun : public testing::Test {
 protected:
  FollowedRun() : writer_(long_run(store_), folder_) {
    writer_.wait_until([&] { return is_there(store_, 1); });
    follower_.emplace(Words{"report", store_, "--html", page_, "--measure", "success", "--follow"},
                      other_folder_);
    follower_->wait_until([&] { return says("The run is under way: "); });
  }

  [[nodiscard]] std::string page() const {
    std::ifstream file(page_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] bool says(const std::string& text) const {
    return page().find(text) != std::string::npos;
  }
  void expect_whole_page() const { EXPECT_TRUE(page().ends_with("</html>\n")); }

  TemporaryFolder folder_;
  TemporaryFolder other_folder_;
  std::string store_ = folder_.path("live.db");
  std::string page_ = folder_.path("live.html");
  RunningProgram writer_;
  std::optional<RunningProgram> follower_;
};

TEST_F(FollowedRun, IsShownUntilItEnds) {
  EXPECT_TRUE(says(" of 40 cells"));
  expect_whole_page();
  writer_.send(SIGINT);
  EXPECT_EQ(writer_.wait_for_end().exit_code, 130);
  const ProgramResult outcome = follower_->wait_for_end();
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_NE(outcome.err.find("the run has ended"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("the run is not finished: "), std::string::npos) << outcome.err;
  EXPECT_FALSE(says("id=\"news\""));
  expect_whole_page();
}

TEST_F(FollowedRun, MayBeKilled) {
  writer_.send(SIGKILL);
  const ProgramResult outcome = follower_->wait_for_end();
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_FALSE(says("id=\"news\""));
  expect_whole_page();
}

TEST_F(FollowedRun, IsLeftByCtrlC) {
  follower_->send(SIGINT);
  const ProgramResult outcome = follower_->wait_for_end();
  EXPECT_EQ(outcome.exit_code, 130);
  EXPECT_NE(outcome.err.find("interrupted: the page is whole"), std::string::npos) << outcome.err;
  EXPECT_FALSE(says("The run is under way: ")) << "the page would be read anew for ever";
  expect_whole_page();
}

TEST(Follow, WritesAPageOnceWhereNoRunGoesOn) {
  const TemporaryFolder folder;
  const std::string path =
      report_test::store(folder, "a.db", {"--objective", "branin", "--trials", "5"});
  const Words words = {"report", path, "--html", folder.path("a.html"), "--follow"};
  for (int time = 0; time < 2; ++time) {  // a page of the same store may be followed again
    const ProgramResult outcome = run_program(words);
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_NE(outcome.err.find("no run is writing this store; the page was written once"),
              std::string::npos)
        << outcome.err;
  }
  const std::string other = folder.write("b.html", "<!doctype html> somebody's");
  const ProgramResult refused = run_program({"report", path, "--html", other, "--follow"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find("is there already"), std::string::npos) << refused.err;
}

TEST(Follow, NeedsAPage) {
  const ProgramResult outcome = run_program({"report", "a.db", "--follow"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err,
            "error: --follow: expected --html FILE too: it is a page that follows a run\n");
}

}  // namespace sweep::live_store_test
