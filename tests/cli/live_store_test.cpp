// Stores that a run is writing, as those meet them who look at them meanwhile.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
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

}  // namespace sweep::live_store_test
