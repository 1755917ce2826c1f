// The verbs run and verify as a user meets them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "algorithms/config/json.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::run_test {

using Words = std::vector<std::string>;

Words joined(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::string hash_of(const Words& words) {
  return as_text(at(json_of(run_program(joined(words, {"--json"}))), "result_hash"));
}

const Words kSmall = {"run",     "--method", "random,grid", "--objective", "branin,hpo6",
                      "--seeds", "4",        "--trials",    "30"};

TEST(Run, IsTheDefaultVerb) {
  const ProgramResult outcome = run_program({"--method", "random", "--trials", "3"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_TRUE(outcome.out.starts_with("method  objective")) << outcome.out;
  EXPECT_EQ(outcome.err, "");
}

TEST(Run, AnswersWithTheFieldsOfItsTable) {
  const Value answer = json_of(run_program(joined(kSmall, {"--json"})));
  const List& rows = as_list(at(answer, "rows"));
  ASSERT_EQ(rows.size(), 4u);
  for (const char* field : {"method", "objective", "cells", "trials", "best", "regret",
                            "duplicates", "suggest_us", "searcher_seconds"}) {
    EXPECT_TRUE(has(rows[0], field)) << field;
  }
  EXPECT_TRUE(at(answer, "store").is_null());
  EXPECT_EQ(as_integer(at(rows[0], "cells")), 4);
}

TEST(Run, GivesTheSameHashForAnyThreadsAndOrder) {
  const std::string hash = hash_of(kSmall);
  EXPECT_EQ(hash_of(joined(kSmall, {"--threads", "7"})), hash);
  EXPECT_EQ(hash_of({"--objective", "hpo6,branin", "--method", "grid,random", "--seeds", "4,3,2,1",
                     "--trials", "30"}),
            hash);
}

TEST(Run, TakesAnExperimentFileAndLetsFlagsWin) {
  const TemporaryFolder folder;
  const std::string sweep = folder.write("sweep.yaml",
                                         "method: random\n"
                                         "parameters:\n"
                                         "  lr: {min: 0.0, max: 1.0}\n"
                                         "  layers: {values: [1, 2, 3]}\n");
  const std::string file = folder.write("experiment.yaml",
                                        "method: [random, grid]\n"
                                        "objective: (lr - 0.3)**2 + layers\n"
                                        "config: sweep.yaml\n"
                                        "seeds: 3..5\n"
                                        "trials: 10\n"
                                        "set: {grid.levels: 4}\n");
  const Value answer = json_of(run_program({"run", file, "--json"}));
  const List& rows = as_list(at(answer, "rows"));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(as_integer(at(rows[0], "trials")), 30);
  const std::string hash = as_text(at(answer, "result_hash"));
  EXPECT_EQ(hash_of({"--method", "random,grid", "--objective", "(lr - 0.3)**2 + layers", "--config",
                     sweep, "--seeds", "3..5", "--trials", "10", "--set", "grid.levels=4"}),
            hash);
  const Value fewer = json_of(run_program({"run", file, "--json", "--method", "random"}));
  EXPECT_EQ(as_list(at(fewer, "rows")).size(), 1u);
}

TEST(Run, NegatesAMetricToMaximise) {
  const ProgramResult outcome = run_program(
      {"--config", "-", "--objective", "x", "--json", "--trials", "50"},
      "method: random\nmetric: {name: acc, goal: maximize}\nparameters: {x: {min: 0.0, max: 1.0}}");
  const Value row = as_list(at(json_of(outcome), "rows")).at(0);
  EXPECT_EQ(as_text(at(row, "objective")), "-(x)");
  EXPECT_LT(as_real(at(at(row, "best"), "median")), -0.9);
}

TEST(Run, SaysWhenTheOutputCannotBeWritten) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  const std::string command =
      std::string(SWEEP_BENCH_BINARY) + " --trials 3 >/dev/full 2>/dev/null";
  EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 1);
}

struct Refusal {
  const char* name;
  Words words;
  const char* part;  // of the message
};

TEST(Run, RefusesBadInputWithOneClearLine) {
  const std::vector<Refusal> rows = {
      {"unknown flag", {"--metod", "random"}, "did you mean --method?"},
      {"unknown verb", {"rnu"}, "\"rnu\" is neither a verb nor a file; did you mean run? verbs: "},
      {"neither verb nor file", {"no/such.yaml"}, "neither a verb nor a file; verbs: run, list"},
      {"unknown method", {"--method", "gird"}, "did you mean \"grid\"?"},
      {"unknown objective", {"--objective", "ackly"}, "did you mean \"ackley\"?"},
      {"unknown option", {"--objective", "ackley?dims=3"}, "did you mean \"dim\"?"},
      {"bad expression", {"--objective", "x**", "--param", "x={min: 0, max: 1.0}"}, "column"},
      {"expression without a space", {"--objective", "a*b"}, "--param"},
      {"zero trials", {"--trials", "0"}, "from 1 to"},
      {"fraction of a trial", {"--trials", "2.5"}, "whole number"},
      {"negative seeds", {"--seeds", "-3"}, "--seeds"},
      {"backward seeds", {"--seeds", "7..3"}, "--seeds 7..3: expected"},
      {"repeated seeds", {"--seeds", "3,3"}, "seed 3 is there twice"},
      {"too many seeds", {"--seeds", "99999999"}, "10000000"},
      {"no threads", {"--threads", "0"}, "from 1 to"},
      {"bad record", {"--record", "al"}, "best, trials, steps"},
      {"setting without owner", {"--set", "levels=3"}, "owner.option=value"},
      {"setting of nobody", {"--set", "nobody.xi=3"}, "not among the methods"},
      {"bad parameter", {"--param", "x={min: 1, max: 0}", "--objective", "x"}, "not less than"},
      {"missing file", {"run", "/no/such/file.yaml"}, "/no/such/file.yaml"},
      {"folder as file", {"run", "/tmp"}, "/tmp"},
      {"store in no folder", {"--out", "/no/such/folder/run.db"}, "/no/such/folder"},
      {"too much to keep",
       {"--trials", "1000000000", "--record", "trials"},
       "keeps at most 26843545"},
      {"too many cells", {"--seeds", "9999999", "--method", "random,grid"}, "2000000 are allowed"},
  };
  for (const Refusal& row : rows) {
    const ProgramResult outcome = run_program(row.words);
    EXPECT_EQ(outcome.exit_code, 2) << row.name << ": " << outcome.err;
    EXPECT_TRUE(outcome.err.starts_with("error: ")) << row.name << ": " << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_NE(outcome.err.find(row.part), std::string::npos) << row.name << ": " << outcome.err;
    EXPECT_EQ(outcome.out, "") << row.name;
  }
}

TEST(Run, RefusesWhatAnExperimentFileGetsWrong) {
  const TemporaryFolder folder;
  const std::string file = folder.write("e.yaml", "metod: random\ntrials: [1, {a: 2}]\n");
  const ProgramResult outcome = run_program({"run", file});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("e.yaml:1:1: metod: key \"metod\" is unknown; did you mean"),
            std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("e.yaml:2:"), std::string::npos) << outcome.err;
}

TEST(Run, RefusesEmptyValues) {
  for (const char* flag : {"--method", "--objective", "--config", "--param", "--trials", "--seeds",
                           "--threads", "--set", "--record", "--out"}) {
    for (const Words& words : {Words{flag, ""}, Words{std::string(flag) + "=", "--quiet"}}) {
      const ProgramResult outcome = run_program(words);
      EXPECT_EQ(outcome.exit_code, 2) << flag;
      EXPECT_TRUE(outcome.err.starts_with("error: " + std::string(flag))) << outcome.err;
      EXPECT_NE(outcome.err.find(": expected a value"), std::string::npos) << outcome.err;
    }
  }
  EXPECT_EQ(run_program({"run", ""}).exit_code, 2);
}

TEST(Run, RefusesAFlagGivenTwice) {
  for (const char* flag : {"--config", "--trials", "--seeds", "--threads", "--record", "--out"}) {
    const ProgramResult outcome = run_program({flag, "1", flag, "1"});
    EXPECT_EQ(outcome.exit_code, 2) << flag;
    EXPECT_EQ(outcome.err, "error: " + std::string(flag) + " is there twice\n");
  }
  EXPECT_EQ(run_program({"--method", "grid", "--method", "random", "--set", "grid.levels=3",
                         "--set", "grid.random_order=true", "--trials", "3"})
                .exit_code,
            0);
}

TEST(Run, CreatesNoStoreForAnExperimentThatIsRefused) {
  const TemporaryFolder folder;
  const std::string store = folder.path("run.db");
  for (const Words& words : {Words{"--threads", "0"}, {"--record", "al"}, {"--method", "gird"}}) {
    EXPECT_EQ(run_program(joined(words, {"--out", store})).exit_code, 2);
    EXPECT_FALSE(std::filesystem::exists(store)) << words[0];
  }
}

TEST(Run, NegatesExpressionsOnly) {
  const ProgramResult outcome =
      run_program({"--config", "-", "--objective", "branin", "--json", "--trials", "5"},
                  "method: random\nmetric: {name: acc, goal: maximize}\n"
                  "scheduler: {engine: wandb, source: a.py, search_space: space}\n");
  const Value row = as_list(at(json_of(outcome), "rows")).at(0);
  EXPECT_EQ(as_text(at(row, "objective")), "branin");
}

TEST(Verify, TakesNoFlagThatItDoesNotUse) {
  for (const char* flag : {"--threads", "--record", "--out"}) {
    const ProgramResult outcome = run_program({"verify", flag, "1"});
    EXPECT_EQ(outcome.exit_code, 2) << flag;
    EXPECT_NE(outcome.err.find("is not expected here"), std::string::npos) << outcome.err;
  }
}

TEST(Verify, FindsTheSameHashForEachNumberOfThreads) {
  const ProgramResult outcome = run_program({"verify", "--method", "random,grid", "--objective",
                                             "branin,hpo6,x**3 + y", "--seeds", "3", "--json"});
  const Value answer = json_of(outcome);
  EXPECT_TRUE(as_bool(at(answer, "equal")));
  const Value& threads = at(answer, "threads");
  for (const char* count : {"1", "2", "3", "7"}) {
    EXPECT_EQ(as_text(at(threads, count)), as_text(at(answer, "result_hash")));
  }
}

}  // namespace sweep::run_test
