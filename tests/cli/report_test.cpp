// The verb report as a user meets it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <span>

#include "algorithms/config/json.hpp"
#include "bench/results/measures/expected_runtime.hpp"
#include "bench/store/store.hpp"
#include "tests/cli/report_fixture.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/coco_log.hpp"
#include "tests/support/program.hpp"

namespace sweep::report_test {

const Words kFamily = {"--method", "random,grid", "--objective", "bbob/f1,8/d2,5/i1-3",
                       "--trials", "40",          "--seeds",     "2"};

TEST(Report, TakesInstancesAndSeedsOfAFunctionTogether) {
  const TemporaryFolder folder;
  const Value answer = report_json({store(folder, "a.db", kFamily)});
  const List& erts = rows(answer, "ert");
  ASSERT_EQ(erts.size(), 8U);  // 2 functions, 2 dimensions, 2 methods
  for (const char* field : {"function", "method", "dimension", "runs", "targets", "successes"}) {
    EXPECT_TRUE(has(erts[0], field)) << field;
  }
  EXPECT_EQ(as_text(at(erts[0], "function")), "bbob/f1");
  EXPECT_EQ(as_text(at(erts[0], "method")), "grid");
  EXPECT_EQ(as_integer(at(erts[0], "runs")), 3);  // the second seed does the same
  EXPECT_EQ(as_integer(at(erts[1], "runs")), 6);
  EXPECT_EQ(as_text(at(erts[7], "function")), "bbob/f8");
  EXPECT_EQ(as_integer(at(erts[7], "dimension")), 5);
  EXPECT_EQ(as_text(at(erts[6], "method")), "grid");
  EXPECT_EQ(as_text(at(erts[7], "method")), "random");
  EXPECT_EQ(as_list(at(erts[0], "targets")).size(), 7U);
  const List& groups = rows(answer, "ecdf");
  ASSERT_EQ(groups.size(), 24U);  // two groups and all, 2 dimensions, 2 methods and 2 references
  EXPECT_EQ(as_text(at(groups[23], "functions")), "bbob all");
}

TEST(Report, SaysInfWithoutSuccess) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", kFamily);
  const Value row = rows(report_json({path}), "ert").back();
  const Value hardest = as_list(at(row, "targets")).back();
  EXPECT_EQ(as_text(at(hardest, "ert")), "inf");
  EXPECT_EQ(as_integer(at(hardest, "successes")), 0);
  EXPECT_NE(report({path}).find("inf"), std::string::npos);
}

TEST(Report, JoinsStoresAndCountsACellOnce) {
  const TemporaryFolder folder;
  const Words common = {"--objective", "branin", "--trials", "30"};
  const auto store_of = [&](const char* name, const char* method, const char* seeds) {
    Words words = common;
    words.insert(words.end(), {"--method", method, "--seeds", seeds});
    return store(folder, name, words);
  };
  const std::string few = store_of("few.db", "random", "3");
  const std::string more = store_of("more.db", "random", "2..5");
  const std::string other = store_of("other.db", "grid", "3");
  const Value answer = report_json({few, more, other, "--measure", "success"});
  ASSERT_EQ(rows(answer, "success").size(), 2U);
  EXPECT_EQ(as_integer(at(rows(answer, "success")[0], "runs")), 1);  // grid does not vary
  EXPECT_EQ(as_integer(at(rows(answer, "success")[1], "runs")), 5);
}

TEST(Report, RefusesTwoResultsOfOneCell) {
  const TemporaryFolder folder;
  const std::string a = store(folder, "a.db", {"--objective", "branin", "--trials", "30"});
  const std::string b = store(folder, "b.db", {"--objective", "branin", "--trials", "31"});
  const ProgramResult outcome = run_program({"report", a, b});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("random on branin with seed 1 has another result than in"),
            std::string::npos)
      << outcome.err;
}

TEST(Report, IsTheSameForEveryRecordLevel) {
  const TemporaryFolder folder;
  std::map<std::string, std::string> first;
  for (const char* level : {"best", "trials", "steps"}) {
    const std::string path =
        store(folder, std::string(level) + ".db",
              {"--objective", "branin,mf-branin", "--method", "random,random+asha", "--workers",
               "3", "--trials", "30", "--seeds", "4", "--record", level});
    for (const char* axis : {"evaluations", "steps", "time"}) {
      const std::string text = report({path, "--measure", "aocc,auc,ert", "--axis", axis});
      EXPECT_EQ(text, first.try_emplace(axis, text).first->second) << level << " " << axis;
    }
  }
}

// Several seeds repeat an instance in both; log files round to ten digits.
TEST(Report, HasTheErtOfTheCocoExportOnNoisyFunctions) {
  const TemporaryFolder folder;
  const std::string path =
      store(folder, "a.db",
            {"--method", "random,tpe", "--objective", "bbob-noisy/f107,109,113,115/d2/i1-5",
             "--trials", "100", "--seeds", "2", "--record", "trials"});
  const std::string logs = folder.path("logs");
  ASSERT_EQ(run_program({"export", path, "--format", "coco", "--out", logs}).exit_code, 0);
  const Value answer = report_json({path, "--measure", "ert"});
  std::size_t reached = 0;
  for (const Value& row : rows(answer, "ert")) {
    const std::string& function = as_text(at(row, "function"));
    const std::vector<Descent> runs =
        read_coco_log(logs + "/" + as_text(at(row, "method")),
                      std::stoi(function.substr(function.find("/f") + 2)), 2);
    ASSERT_EQ(runs.size(), 10U);
    for (const Value& entry : as_list(at(row, "targets"))) {
      const auto lengths = run_lengths(runs, as_real(at(entry, "target")));
      if (successes(lengths) == 0) continue;
      ++reached;
      EXPECT_EQ(as_integer(at(entry, "successes")), static_cast<std::int64_t>(successes(lengths)));
      EXPECT_DOUBLE_EQ(as_real(at(entry, "ert")), expected_runtime(lengths)) << function;
    }
  }
  EXPECT_GT(reached, 10U);
}

TEST(Report, LeavesOutNoisyObjectivesWithoutAllTrialsAndSaysSo) {
  const TemporaryFolder folder;
  const Words noisy = {"--objective", "bbob-noisy/f101/d2/i1,branin?noise=1"};
  const std::string best = store(folder, "a.db", noisy);
  const ProgramResult nothing = run_program({"report", best});
  EXPECT_EQ(nothing.exit_code, 2);
  EXPECT_EQ(nothing.err,
            "error: nothing to report: losses are noisy of bbob-noisy/f101/d2/i1, branin?noise=1: "
            "run with --record trials\n");
  const std::string exact = store(folder, "b.db", {"--objective", "sphere"});
  const std::string text = report({best, exact});
  EXPECT_NE(
      text.find("\n2 objectives left out, whose losses are noisy and need a run with --record "
                "trials: bbob-noisy/f101/d2/i1, branin?noise=1\n"),
      std::string::npos)
      << text;
  EXPECT_EQ(as_list(at(report_json({best, exact}), "left_out_noisy")).size(), 2U);
  Words all_trials = noisy;
  all_trials.insert(all_trials.end(), {"--record", "trials"});
  const std::string all = store(folder, "c.db", all_trials);
  EXPECT_TRUE(as_list(at(report_json({best, all}), "left_out_noisy")).empty());
}

TEST(Report, WarnsOfARunThatIsNotFinished) {
  const TemporaryFolder folder;
  const std::string path =
      store(folder, "a.db", {"--objective", "branin", "--seeds", "3", "--trials", "3"});
  const std::string part = folder.path("part.db");
  {
    const StoreReader whole(path);
    std::vector<CellResult> cells = whole.cells();
    Store unfinished =
        Store::open(part, {whole.header(), whole.objectives(), whole.provenances()[0]});
    for (CellResult& cell : std::span(cells).first(2)) {
      whole.read_records(cell);
      unfinished.append(cell);
    }
  }
  for (const char* format : {"--json", "--markdown"}) {
    const ProgramResult outcome = run_program({"report", part, format});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.err,
              "warning: " + part + ": the run is not finished: 2 of 3 cells are there\n");
  }
}

// A store has its cells in the order in which threads ended them.
TEST(Report, IsTheSameForAnyOrderOfTheCells) {
  const TemporaryFolder folder;
  const std::string forwards = store(folder, "a.db", kFamily);
  Words reversed = {"--method", "grid,random", "--objective", "bbob/f8/d5,2/i3,2,1", "--trials",
                    "40",       "--seeds",     "2,1",         "--threads",           "2"};
  const std::string later = store(folder, "b.db", reversed);
  reversed[3] = "bbob/f1/d5,2/i3,2,1";
  const std::string first = store(folder, "c.db", reversed);
  // equal-time has the clock's own figures.
  const std::string measures =
      "ert,ecdf,auc,aocc,success,profile,data-profile,fixed-budget,loss-ratio,significance";
  EXPECT_EQ(report({forwards, "--measure", measures, "--json"}),
            report({later, first, "--measure", measures, "--json"}));
}

TEST(Report, KeepsWhatHasNoKnownOptimumByItsLoss) {
  const TemporaryFolder folder;
  const std::string unknown =
      store(folder, "a.db", {"--objective", "x**2 - 3", "--param", "x={min: 0.0, max: 1.0}"});
  const Value answer = report_json({unknown, "--measure", "all"});
  for (const Entry& measure : as_map(at(answer, "measures"))) {
    const std::string& name = as_text(measure.key);
    EXPECT_EQ(as_list(measure.value).empty(), name == "significance") << name;
  }
  const Value& median = as_list(at(rows(answer, "ert")[0], "targets")).at(2);
  EXPECT_EQ(as_real(at(median, "fraction")), 0.5);
  EXPECT_EQ(as_integer(at(median, "successes")), 10);
  EXPECT_LT(as_real(at(median, "target")), -2.9);
}

TEST(Report, PrintsEveryMeasureOfTheList) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", kFamily);
  const Value answer = report_json({path, "--measure", "all"});
  const std::string text = report({path, "--measure", "all"});
  const std::string markdown = report({path, "--measure", "all", "--markdown"});
  const ProgramResult listed = run_program({"list", "measures", "--json"});
  const Value list_value = to_value(read_json(listed.out, "output", {}));
  for (const Entry& measure : as_map(at(answer, "measures"))) {
    const std::string& name = as_text(measure.key);
    EXPECT_FALSE(as_list(measure.value).empty()) << name;
    EXPECT_NE(("\n" + text).find("\n" + name + ": "), std::string::npos) << name;
    EXPECT_NE(("\n" + markdown).find("\n## " + name + "\n"), std::string::npos) << name;
    const auto is_it = [&](const Value& item) {  // "ranking" has "ranking-pairs" beside it
      return name == as_text(at(item, "name")) || name.starts_with(as_text(at(item, "name")) + "-");
    };
    const List& items = as_list(list_value);
    EXPECT_TRUE(std::any_of(items.begin(), items.end(), is_it)) << name;
  }
}

TEST(Report, SimulatesRestartsOnRequest) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", kFamily);
  const Value raw = report_json({path, "--measure", "ecdf"});
  const Value restarted = report_json({path, "--measure", "ecdf", "--restarts"});
  EXPECT_NE(to_json(raw), to_json(restarted));
  EXPECT_EQ(to_json(restarted), to_json(report_json({path, "--measure", "ecdf", "--restarts"})));
}

struct Refusal {
  const char* name;
  Words words;
  const char* part;  // of the message
};

TEST(Report, RefusesBadInputWithOneClearLine) {
  const TemporaryFolder folder;
  const std::string text = folder.write("text.db", "not a store, but some text\n");
  const std::string good = store(folder, "good.db", {"--objective", "branin", "--trials", "3"});
  const std::vector<Refusal> rows = {
      {"no store given", {}, "report: expected a store"},
      {"no such file", {folder.path("none.db")}, "none.db: there is no such file"},
      {"no store", {text}, "text.db: this is not a store"},
      {"second is no store", {good, text}, "text.db: this is not a store"},
      {"unknown measure", {good, "--measure", "ert,ecfd"}, "did you mean \"ecdf\"?"},
      {"a measure twice", {good, "--measure", "ert,ecdf,ert"}, "ert is there twice"},
      {"all and another", {good, "--measure", "all,ert"}, "all stands alone"},
      {"unknown measure, all known", {good, "--measure", "x"}, "known: all, ert, ecdf"},
      {"unknown flag", {good, "--measures", "ert"}, "did you mean --measure?"},
      {"unknown axis", {good, "--axis", "hours"}, "expected evaluations, steps or time"},
      {"no fraction", {good, "--targets", "1e2"}, "fractions of all cells, each in (0, 1]"},
      {"no bbob", {good, "--expensive"}, "expected functions of bbob"},
      {"two kinds", {good, "--expensive", "--targets", "0.5"}, "exclude each other"},
      {"no cost", {good, "--cost", "cheap"}, "--cost cheap: expected a number"},
      {"costs less than nothing", {good, "--cost", "-1"}, "--cost -1: expected seconds"},
      {"two formats",
       {good, "--json", "--markdown"},
       "--json, --markdown, --latex, --csv and --html exclude each other"},
  };
  for (const Refusal& row : rows) {
    Words words = {"report"};
    words.insert(words.end(), row.words.begin(), row.words.end());
    const ProgramResult outcome = run_program(words);
    EXPECT_EQ(outcome.exit_code, 2) << row.name;
    EXPECT_EQ(outcome.out, "") << row.name;
    EXPECT_NE(outcome.err.find(row.part), std::string::npos) << row.name << ": " << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << row.name;
  }
}

}  // namespace sweep::report_test
