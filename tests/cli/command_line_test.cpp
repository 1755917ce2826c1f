// What a user meets who writes a command line nearly right, and what the help and tables look like.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "algorithms/text/text.hpp"
#include "algorithms/text/wrap.hpp"
#include "bench/cli/verbs.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/program.hpp"

namespace sweep::command_line_test {

using Words = std::vector<std::string>;

/// The programs that run while it lives have this in their environment.
class Columns {
 public:
  explicit Columns(const char* columns) { ::setenv("COLUMNS", columns, 1); }
  ~Columns() { ::unsetenv("COLUMNS"); }
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;
};

std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  for (const std::string_view line : split(text, '\n')) most = std::max(most, column_count(line));
  return most;
}

struct Hint {
  Words words;
  const char* part;  // of the one error line
};

TEST(CommandLine, SaysWhatToWrite) {
  const std::vector<Hint> rows = {
      {{"run", "--method", "baysian"}, "did you mean \"bayes\"?"},
      {{"run", "--method", "bayesian"}, "did you mean \"bayes\"?"},
      {{"run", "--method", "gp"}, "did you mean \"bayes\"?"},
      {{"run", "--method", "optuna"}, "did you mean \"tpe\"?"},
      {{"run", "--method", "random", "grid"},
       "grid: there is no such file; write --method random,grid"},
      {{"run", "--method", "random", "grid", "tpe"}, "write --method random,grid,tpe"},
      {{"run", "--method", "random", "+", "asha"}, "write --method random+asha"},
      {{"run", "--method=random", "grid", "tpe"}, "write --method=random,grid,tpe"},
      {{"run", "--objective", "branin", "ackley"}, "write --objective branin,ackley"},
      {{"run", "--trials", "10", "20"}, "20: cannot be opened"},
      {{"run", "branin"}, "write --objective branin"},
      {{"branin"}, "write --objective branin"},
      {{"run", "grid"}, "write --method grid"},
      {{"run", "method=grid"}, "write --method grid"},
      {{"run", "--objective", "classic"}, "write --objective suite:classic"},
      {{"run", "--objectives", "branin"}, "did you mean --objective?"},
      {{"run", "--methods", "random"}, "did you mean --method?"},
      {{"run", "--trial", "100"}, "did you mean --trials?"},
      {{"run", "--n-trials", "100"}, "did you mean --trials?"},
      {{"run", "--jobs", "2"}, "did you mean --threads?"},
      {{"run", "-j", "2"}, "did you mean --threads?"},
      {{"run", "--seeds", "1-5"}, "write --seeds 1..5"},
      {{"run", "--seeds", "1:5"}, "write --seeds 1..5"},
      {{"run", "--seeds", "1 2 3"}, "write --seeds 1,2,3"},
      {{"run", "--trials", "1e3"}, "; write 1000"},
      {{"run", "--trials", "1,000"}, "; write 1000"},
      {{"run", "--trials", "20d"}, "; write 20D"},
      {{"run", "--param", "x=0..1", "--objective", "x"}, "write --param 'x={min: 0, max: 1}'"},
      {{"run", "--set", "levels=3"}, "as in grid.levels=3"},
      {{"run", "--set", "grid.levels:3"}, "as in grid.levels=3"},
      {{"run", "--method", "asha+random"}, "asha is a scheduler"},
      {{"run", "--method", "random+grid"}, "grid is a searcher"},
      {{"eval", "branin", "--at", "1,2"}, "write --at '[[1,2]]'"},
      {{"list", "bayes"}, "write list methods bayes"},
      {{"list", "method"}, "did you mean \"methods\"?"},
      {{"list", "objectives", "nosuch"}, "nothing has \"nosuch\""},
      {{"help", "rnu"}, "did you mean \"run\"?"},
      {{"run", "--progress", "dots"}, "known: auto, plain, none"},
  };
  for (const Hint& row : rows) {
    const ProgramResult outcome = run_program(row.words);
    EXPECT_EQ(outcome.exit_code, 2) << row.part;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_NE(outcome.err.find(row.part), std::string::npos) << row.part << "\n" << outcome.err;
  }
}

TEST(CommandLine, HasShortForms) {
  EXPECT_EQ(run_program({"-V"}).out, run_program({"--version"}).out);
  EXPECT_EQ(run_program({"help"}).out, run_program({"--help"}).out);
  EXPECT_EQ(run_program({"help", "--help"}).out, run_program({"--help"}).out);
  EXPECT_EQ(run_program({"help", "help"}).out, run_program({"--help"}).out);
  EXPECT_EQ(run_program({"help", "run"}).out, run_program({"run", "--help"}).out);
  const TemporaryFolder folder;
  const ProgramResult quiet = run_program({"-q", "--trials", "2", "-o", folder.path("a.db")});
  EXPECT_EQ(quiet.exit_code, 0) << quiet.err;
  EXPECT_EQ(quiet.out, "");
  EXPECT_TRUE(std::filesystem::exists(folder.path("a.db")));
}

TEST(Help, FitsEightyColumnsForEachVerb) {
  const Columns columns("80");
  EXPECT_LE(widest(run_program({"--help"}).out), 80u);
  for (const Verb& verb : verbs()) {
    const std::string text = run_program({std::string(verb.name), "--help"}).out;
    EXPECT_LE(widest(text), 80u) << text;
  }
}

TEST(Help, IsAsWideAsItIsToldTo) {
  const Columns columns("50");
  const std::string text = run_program({"verify", "--help"}).out;
  EXPECT_LE(widest(text.substr(0, text.find("Example"))), 50u) << text;
}

TEST(List, AloneShowsItsTopics) {
  const ProgramResult outcome = run_program({"list"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_NE(outcome.out.find("schedulers"), std::string::npos) << outcome.out;
  EXPECT_EQ(as_list(json_of(run_program({"list", "--json"}))).size(), 8u);
}

TEST(List, NamesWrappersOnce) {
  const std::string all = run_program({"list", "objectives"}).out;
  EXPECT_EQ(all.find("rotate: "), all.rfind("rotate: "));
  EXPECT_NE(all.find("rotate: "), std::string::npos);
  const std::string some = run_program({"list", "objectives", "tabular", "mlp"}).out;
  EXPECT_NE(some.find("tabular/digits-mlp"), std::string::npos) << some;
  EXPECT_EQ(some.find("tabular/digits-svm"), std::string::npos) << some;
}

TEST(Run, FoldsItsTableToTheWidth) {
  const Words words = {"run", "--trials", "5", "--seeds", "2"};
  const std::string whole = run_program(words).out;
  EXPECT_GT(widest(whole), 80u);  // to a pipe: whole lines
  const Columns columns("80");
  const std::string folded = run_program(words).out;
  EXPECT_LE(widest(folded), 80u) << folded;
  EXPECT_NE(folded.find("(Rows go on below"), std::string::npos) << folded;
}

constexpr const char* kBayesFile =
    "method: bayes\nmetric: {name: loss, goal: minimize}\nparameters: {x: {min: 0.0, max: 1.0}}\n";

TEST(Run, SaysOnceWhichEngineASweepFilesMethodIs) {
  const TemporaryFolder folder;
  const Words words = {"run",         "--config", folder.write("sweep.yaml", kBayesFile),
                       "--objective", "x",        "--trials",
                       "4",           "--seeds",  "1"};
  const auto with = [&](const char* more) {
    Words all = words;
    all.emplace_back(more);
    return all;
  };
  const std::string own = run_program(words).out;
  const std::size_t note = own.find("bayes is this program's own engine");
  EXPECT_NE(note, std::string::npos) << own;
  EXPECT_EQ(own.find("own engine", note + 40), std::string::npos) << own;
  const std::string twin = run_program(with("--wandb-compat")).out;
  EXPECT_NE(twin.find("\nwandb-bayes  x "), std::string::npos) << twin;
  EXPECT_EQ(twin.find("own engine"), std::string::npos) << twin;
  const Value json = json_of(run_program(with("--json")));
  EXPECT_EQ(as_list(at(json, "notes")).size(), 1u);
}

TEST(Completion, IsPrintedForEachShell) {
  for (const char* shell : {"bash", "fish", "zsh"}) {
    const ProgramResult outcome = run_program({"completion", shell});
    EXPECT_EQ(outcome.exit_code, 0) << shell;
    EXPECT_NE(outcome.out.find("sweep-bench"), std::string::npos) << shell;
  }
  EXPECT_EQ(run_program({"completion", "tcsh"}).exit_code, 2);
}

TEST(Colours, GoToNoPipe) {
  EXPECT_EQ(run_program({"--help"}).out.find('\033'), std::string::npos);
  EXPECT_EQ(run_program({"run", "--trials", "x"}).err.find('\033'), std::string::npos);
}

}  // namespace sweep::command_line_test
