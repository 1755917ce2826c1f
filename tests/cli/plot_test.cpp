// The verb plot, and the files of numbers and tables that report writes, as a user meets them.
#include <gtest/gtest.h>

#include "algorithms/config/json.hpp"
#include "tests/cli/report_fixture.hpp"

namespace sweep::plot_test {

using report_test::report;
using report_test::store;
using Words = std::vector<std::string>;

const Words kTwo = {"--method", "random,grid", "--objective", "branin,ackley",
                    "--trials", "20",          "--seeds",     "5"};

ProgramResult plot(const Words& words) {
  Words all = {"plot"};
  all.insert(all.end(), words.begin(), words.end());
  return run_program(all);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

TEST(Plot, DrawsConvergenceAndDistributions) {
  const TemporaryFolder folder;
  const ProgramResult outcome = plot({store(folder, "a.db", kTwo)});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* text : {"convergence: branin, 2-D", "convergence: ackley, 2-D",
                           "ecdf: branin, 2-D", "A grid   B random", "the middle half"}) {
    EXPECT_NE(outcome.out.find(text), std::string::npos) << text << "\n" << outcome.out;
  }
  EXPECT_EQ(outcome.out.find('\033'), std::string::npos);  // no terminal, no colours
}

TEST(Plot, ShowsWhatIsAskedFor) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", kTwo);
  const ProgramResult one = plot({path, "--objective", "branin", "--measure", "ecdf"});
  EXPECT_EQ(one.exit_code, 0) << one.err;
  EXPECT_EQ(count(one.out, "2-D"), 1U) << one.out;
  const ProgramResult tall = plot(
      {path, "--objective", "branin", "--measure", "ecdf", "--lines", "30", "--axis", "steps"});
  EXPECT_EQ(count(tall.out, "\n") - count(one.out, "\n"), 14U);
}

TEST(Plot, TakesWhatFunctionsBeginWith) {
  const TemporaryFolder folder;
  const std::string path =
      store(folder, "a.db", {"--objective", "bbob/f1,8/d2/i1-2", "--trials", "20", "--seeds", "2"});
  const ProgramResult some = plot({path, "--objective", "bbob/f8", "--measure", "convergence"});
  EXPECT_EQ(count(some.out, "convergence: "), 1U) << some.out;
  const ProgramResult all = plot({path, "--objective", "bbob", "--measure", "convergence"});
  EXPECT_EQ(count(all.out, "convergence: "), 2U) << all.out;
}

TEST(Plot, PrintsItsCurvesAsJson) {
  const TemporaryFolder folder;
  const Value answer =
      json_of(plot({store(folder, "a.db", kTwo), "--measure", "convergence", "--json"}));
  const List& figures = as_list(at(at(answer, "figures"), "fixed-budget"));
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_EQ(as_list(at(figures[0], "series")).size(), 2U);
}

TEST(Plot, SaysWhatIsWrong) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", kTwo);
  struct Case {
    Words words;
    const char* message;
  };
  for (const Case& wrong :
       {Case{{}, "plot: expected a store"}, Case{{"nowhere.db"}, "no such file"},
        Case{{path, "--measure", "ert"}, "curve \"ert\" is unknown"},
        Case{{path, "--measure", "ecdf,ecdf"}, "ecdf is there twice"},
        Case{{path, "--lines", "2"}, "--lines 2: expected a whole number from 4 to 200"},
        Case{{path, "--axis", "money"}, "--axis money: expected"},
        Case{{path, "--objective", "brani"}, "no cell is of it; there are ackley, branin"}}) {
    const ProgramResult outcome = plot(wrong.words);
    EXPECT_EQ(outcome.exit_code, 2) << wrong.message;
    EXPECT_NE(outcome.err.find(wrong.message), std::string::npos) << outcome.err;
  }
}

TEST(Report, WritesLatexAndCsv) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", kTwo);
  const std::string latex = report({path, "--measure", "fixed-budget", "--latex"});
  EXPECT_EQ(latex.find("% \\usepackage{booktabs,graphicx,longtable}\n"), 0U);
  EXPECT_NE(latex.find("\\textbf{"), std::string::npos);
  const std::string csv =
      run_program({"report", path, "--measure", "fixed-budget,ert", "--csv"}).out;
  EXPECT_EQ(csv.find("measure,function,method,dimension,at,quantity,value\n"), 0U) << csv;
  EXPECT_NE(csv.find("\nfixed-budget,branin,random,2,10.0,quantiles p=0.5 precision,"),
            std::string::npos)
      << csv;
  EXPECT_NE(csv.find("\nert,branin,random,2,"), std::string::npos);
  const ProgramResult both = run_program({"report", path, "--csv", "--latex"});
  EXPECT_EQ(both.exit_code, 2);
  EXPECT_NE(both.err.find("exclude each other"), std::string::npos) << both.err;
}

}  // namespace sweep::plot_test
