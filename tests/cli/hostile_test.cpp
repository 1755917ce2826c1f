// The program where its streams are closed or full, its store goes away, or its input is hostile.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/program.hpp"

namespace sweep::hostile_test {

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The exit code of a command of the shell, in which PROGRAM is the program.
int shell(const std::string& command) {
  const std::string all =
      "PROGRAM=" + std::string(SWEEP_BENCH_BINARY) + "; export PROGRAM; " + command;
  const int status = std::system(("exec bash -c '" + all + "'").c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

constexpr const char* kLongRun =
    "--seeds 40 --trials 100000 --objective ackley?dim=20 --quiet --out ";

TEST(Hostile, GoesOnWhereErrorsCannotBeWritten) {
  for (const std::string unwritable : {"2>&-", "2>/dev/full", "2> >(true)"}) {
    EXPECT_EQ(shell("$PROGRAM --seeds 2 --trials 3 >/dev/null " + unwritable), 0) << unwritable;
    EXPECT_EQ(shell("$PROGRAM --method nope " + unwritable), 2) << unwritable;
    const TemporaryFolder folder;
    EXPECT_EQ(shell("$PROGRAM --seeds 2 --trials 3 --quiet --out " + folder.path("a.db") + " " +
                    unwritable + " && $PROGRAM export " + folder.path("a.db") +
                    " --format csv --out " + folder.path("a.csv") + " " + unwritable),
              0);
    EXPECT_TRUE(content(folder.path("a.csv")).starts_with("method,objective,"));
  }
}

TEST(Hostile, SaysThatItsOutputCannotBeWritten) {
  for (const std::string unwritable : {">&-", ">/dev/full"}) {
    EXPECT_EQ(shell("$PROGRAM --seeds 2 --trials 3 2>/dev/null " + unwritable), 1) << unwritable;
  }
}

TEST(Hostile, WritesNoTextIntoAFileInThePlaceOfAStream) {
  const TemporaryFolder folder;
  const std::string store = folder.path("a.db");
  ASSERT_EQ(run_program({"--seeds", "2", "--trials", "3", "--out", store}).exit_code, 0);
  EXPECT_EQ(shell("$PROGRAM export " + store + " --format csv --out " + folder.path("a.csv") +
                  " <&- >&- 2>&-"),
            0);
  EXPECT_TRUE(content(folder.path("a.csv")).starts_with("method,objective,"));
}

TEST(Hostile, NoticesThatItsStoreGoesAway) {
  const TemporaryFolder folder;
  const std::string store = folder.path("a.db");
  for (const std::string& gone : {"rm " + store, "mv " + store + " " + store + ".moved"}) {
    const int code = shell("$PROGRAM " + std::string(kLongRun) + store + " 2>" +
                           folder.path("err") + " & child=$!; while [ ! -s " + store +
                           "-wal ]; do sleep 0.01; done; " + gone + "; wait $child");
    EXPECT_EQ(code, 1) << gone;
    EXPECT_NE(content(folder.path("err")).find("the file is gone"), std::string::npos);
    std::filesystem::remove(store);
    std::filesystem::remove(store + "-wal");
  }
}

TEST(Hostile, CutsWhatNobodyWouldRead) {
  const std::string longest(100'000, 'a');
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{longest}, {"--" + longest}, {"--objective", longest}}) {
    const ProgramResult outcome = run_program(words);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_LT(outcome.err.size(), 2100U);
    EXPECT_EQ(outcome.err.find("error: "), 0U) << outcome.err;
  }
}

TEST(Hostile, RefusesStacksThatAreTooSmall) {
  const std::string run = " $PROGRAM --seeds 4 --trials 3 --quiet 2>/dev/null";
  EXPECT_EQ(shell("OMP_STACKSIZE=64k" + run), 2);
  EXPECT_EQ(shell("OMP_STACKSIZE=64" + run), 2);
  EXPECT_EQ(shell("OMP_STACKSIZE=1m" + run), 0);
  EXPECT_EQ(shell("ulimit -S -s 200;" + run), 2);
}

TEST(Hostile, SaysHowLongItTakesBeforeItBegins) {
  const TemporaryFolder folder;
  RunningProgram program({"--trials", "2147483648", "--no-progress"}, folder);
  program.wait_until([&] { return !content(folder.path("program.err")).empty(); });
  program.send(SIGINT);
  const ProgramResult outcome = program.wait_for_end();
  EXPECT_EQ(outcome.exit_code, 130);
  EXPECT_EQ(outcome.err.find("this takes about "), 0U) << outcome.err;
}

TEST(Hostile, SendsNoEscapesToATerminal) {
  const TemporaryFolder folder;
  const std::string sweep = folder.write(
      "sweep.yaml",
      "method: random\nmetric: {name: \"l\\e[31m\\u009b\\u202e\"}\nearly_terminate: {type: "
      "hyperband, min_iter: 1}\nparameters:\n  x: {min: 0.0, max: 1.0}\n  y: {values: [\"=1+1\", "
      "\"\\e]0;x\\a\"]}\n");
  const std::string history =
      R"("history":[{"l\u001b[31m\u009b\u202e":3},{"l\u001b[31m\u009b\u202e":1}]})";
  const std::string runs = folder.write(
      "runs.json",
      R"([{"name":"a\u001b[31m\u202e","state":"running","config":{"x":{"value":0.5},"y":{"value":"=1+1"}},)" +
          history +
          R"(,{"name":"b\u009b","state":"finished","config":{"x":{"value":0.2},"y":{"value":"=1+1"}},)" +
          history + "]");
  const std::string store = folder.path("a.db");
  const std::vector<std::vector<std::string>> all = {
      {"space", sweep},
      {"next", sweep, "--runs", runs},
      {"stop", sweep, "--runs", runs, "--explain"},
      {"audit", runs, "--config", sweep},
      {"run", "--config", sweep, "--objective", "x", "--trials", "3", "--out", store},
      {"report", store, "--markdown"},
      {"export", store, "--format", "jsonl"},
      {"stop", sweep + "\x1B[2J\xC2\x9B", "--runs", runs}};
  for (const std::vector<std::string>& words : all) {
    const ProgramResult outcome = run_program(words);
    const std::string said = outcome.out + outcome.err;
    EXPECT_FALSE(said.empty()) << words[0];
    for (const char* const hidden : {"\x1B", "\a", "\r", "\xC2\x9B", "\xE2\x80\xAE"}) {
      EXPECT_EQ(said.find(hidden), std::string::npos) << words[0] << ": " << said;
    }
  }
}

TEST(Hostile, NotesFormulasAndTakesTheirPower) {
  const TemporaryFolder folder;
  const std::string store = folder.path("a.db");
  ASSERT_EQ(run_program({"--objective", "-x", "--param", "x={min: 0, max: 9}", "--trials", "2",
                         "--seeds", "1", "--out", store})
                .exit_code,
            0);
  const ProgramResult plain = run_program({"export", store, "--format", "csv"});
  EXPECT_NE(plain.out.find("\nrandom,-x,1,"), std::string::npos) << plain.out;
  EXPECT_NE(plain.err.find("--csv-safe"), std::string::npos) << plain.err;
  const ProgramResult safe = run_program({"export", store, "--format", "csv", "--csv-safe"});
  EXPECT_NE(safe.out.find("\nrandom,\'-x,1,"), std::string::npos) << safe.out;
  EXPECT_EQ(safe.err, "");
  EXPECT_EQ(run_program({"export", store, "--format", "jsonl", "--csv-safe"}).exit_code, 2);
}

}  // namespace sweep::hostile_test
