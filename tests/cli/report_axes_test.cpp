// Verdicts that were wrong once: of schedulers by evaluations, of options that pooled, of cells
// that do not vary, and of tables by COCO's precisions.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "bench/results/statistics.hpp"
#include "bench/session/reported_cells.hpp"
#include "tests/cli/report_fixture.hpp"

namespace sweep::report_axes_test {

using report_test::report;
using report_test::report_json;
using report_test::rows;
using report_test::store;
using report_test::Words;

const Words kSchedulers = {"--method",    "random,random+hyperband,random+asha",
                           "--objective", "mf-branin",
                           "--trials",    "20",
                           "--seeds",     "8"};

TEST(ReportOfSchedulers, CountsStepsAndSaysSo) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", kSchedulers);
  EXPECT_TRUE(report({path}).starts_with("counted in steps: a scheduler stopped trials, "));
  EXPECT_EQ(as_text(at(report_json({path}), "axis")), "steps");
  const std::string evaluations = report({path, "--axis", "evaluations"});
  EXPECT_EQ(evaluations.find("counted in"), std::string::npos);
  EXPECT_TRUE(report({path, "--axis", "time"}).starts_with("counted in virtual seconds\n"));
  const std::string plain = store(folder, "b.db", {"--objective", "mf-branin", "--seeds", "2"});
  EXPECT_EQ(as_text(at(report_json({plain}), "axis")), "evaluations");
}

/// What the cells of a method took to the target of the table of `run`: medians.
struct ToTarget {
  double steps;
  double seconds;
};

std::map<std::string, ToTarget> to_target(const CellSet& set, double target) {
  std::map<std::string, std::pair<std::vector<double>, std::vector<double>>> all;
  for (const KeyedCell& cell : set.cells) {
    const double precision = target - *cell.optimum;
    const double never = std::numeric_limits<double>::infinity();
    auto& [steps, seconds] = all[cell.key.method];
    steps.push_back(hitting_time(cell.descents->steps.value(), precision).value_or(never));
    seconds.push_back(hitting_time(cell.descents->seconds, precision).value_or(never));
  }
  std::map<std::string, ToTarget> medians;
  for (const auto& [method, taken] : all) {
    medians[method] = {median(taken.first), median(taken.second)};
  }
  return medians;
}

TEST(ReportOfSchedulers, AgreesWithTheTableOfRunByStepsAndByTime) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db", kSchedulers);
  Words again = {"run", "--out", path, "--json", "--no-progress"};
  again.insert(again.end(), kSchedulers.begin(), kSchedulers.end());
  const Value table = to_value(read_json(run_program(again).out, "output", {}));
  const CellSet set = reported_cells({path}).set;
  std::vector<std::pair<double, double>> order;
  for (const Value& row : as_list(at(table, "rows"))) {
    const Value& cluster = at(row, "cluster");
    const auto taken = to_target(set, as_real(at(cluster, "target")));
    const std::string& method = as_text(at(row, "method"));
    EXPECT_EQ(taken.at(method).seconds, as_real(at(cluster, "target_seconds"))) << method;
    order.emplace_back(taken.at(method).seconds, taken.at(method).steps);
  }
  // One worker, and steps that cost about the same: who is quicker is so by steps, too.
  std::sort(order.begin(), order.end());
  for (std::size_t i = 1; i < order.size(); ++i) EXPECT_LT(order[i - 1].second, order[i].second);
  for (const KeyedCell& cell : set.cells) {
    EXPECT_EQ(cell.descents->steps->length, static_cast<double>(cell.use.steps));
  }
}

TEST(ReportOfOptions, NeverPoolsTwoOfThemInAnyMeasure) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db",
                                 {"--method", "tpe,tpe?candidates=1", "--objective", "branin",
                                  "--trials", "15", "--seeds", "3"});
  // The same option given otherwise is the same method.
  const std::string other = store(folder, "b.db",
                                  {"--method", "tpe", "--set", "tpe.candidates=1", "--objective",
                                   "branin", "--trials", "15", "--seeds", "4..5"});
  const Value answer = report_json({path, other, "--measure", "all"});
  for (const Entry& measure : as_map(at(answer, "measures"))) {
    std::set<std::string> methods;
    for (const Value& row : as_list(measure.value)) {
      for (const char* key : {"method", "better", "worse", "first", "second"}) {
        if (has(row, key)) methods.insert(as_text(at(row, key)));
      }
    }
    EXPECT_EQ(methods, (std::set<std::string>{"tpe", "tpe?candidates=1"})) << as_text(measure.key);
  }
  const List& erts = rows(answer, "ert");
  ASSERT_EQ(erts.size(), 2U);
  EXPECT_EQ(as_integer(at(erts[0], "runs")), 3);
  EXPECT_EQ(as_integer(at(erts[1], "runs")), 5);
}

TEST(ReportOfRepeats, SaysThatNothingVariesAndIsSureOfNothing) {
  const TemporaryFolder folder;
  const std::string path = store(
      folder, "a.db",
      {"--method", "grid,random,tpe", "--objective", "branin", "--trials", "30", "--seeds", "20"});
  const std::string text = report({path, "--measure", "ert,significance"});
  EXPECT_NE(text.find("\nno variance: 1 distinct outcome of 20: grid on branin, 2-D\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(" 1 of 20 "), std::string::npos) << text;
  const Value answer = report_json({path, "--measure", "significance"});
  EXPECT_EQ(as_integer(at(as_list(at(answer, "no_variance")).at(0), "cells")), 20);
  for (const Value& row : rows(answer, "significance")) {
    const bool has_grid =
        as_text(at(row, "better")) == "grid" || as_text(at(row, "worse")) == "grid";
    EXPECT_FALSE(has_grid && as_bool(at(row, "is_significant")));
  }
}

TEST(ReportOfTables, HasQuantileTargetsThatTellMethodsApart) {
  const TemporaryFolder folder;
  const std::string path = store(folder, "a.db",
                                 {"--method", "random,tpe", "--objective", "tabular/digits-svm",
                                  "--trials", "40", "--seeds", "6"});
  const std::string text = report({path, "--measure", "ert"});
  EXPECT_NE(text.find(" 50 % "), std::string::npos) << text;
  EXPECT_EQ(text.find("1e-7"), std::string::npos) << text;
  const auto targets_of = [&](const char* choice) {
    const Value answer = report_json({path, "--measure", "ert", "--targets", choice});
    return as_list(at(rows(answer, "ert")[0], "targets"));
  };
  EXPECT_EQ(targets_of("0.5").size(), 1U);
  EXPECT_EQ(as_real(at(targets_of("0.1,0.75").at(0), "fraction")), 0.75);
  EXPECT_EQ(as_real(at(targets_of("coco").back(), "target")), 1e-7);
}

TEST(ReportOfBbob, NamesBothVirtualBestsAndTakesExpensiveTargets) {
  const TemporaryFolder folder;
  const std::string path = store(
      folder, "a.db", {"--objective", "bbob/f1,8/d5/i1,branin", "--trials", "40", "--seeds", "2"});
  const std::string text = report({path});
  EXPECT_NE(text.find(" best 2009 "), std::string::npos) << text;
  EXPECT_NE(text.find(" best 2009-16 "), std::string::npos) << text;
  const std::string expensive = report({path, "--expensive"});
  EXPECT_NE(expensive.find(" 0.5 D "), std::string::npos) << expensive;
  EXPECT_NE(expensive.find(" best 2009-16 "), std::string::npos) << expensive;
  EXPECT_NE(expensive.find(" 50 % "), std::string::npos) << "branin has quantiles";
}

TEST(ReportOfTime, SaysFromWhichCostOnAMethodWins) {
  const TemporaryFolder folder;
  const std::string path =
      store(folder, "a.db",
            {"--method", "random,tpe", "--objective", "branin", "--trials", "60", "--seeds", "4"});
  const Value answer = report_json({path, "--measure", "equal-time", "--cost", "0.003,1"});
  ASSERT_EQ(rows(answer, "equal-time").size(), 2U);
  for (const Value& row : rows(answer, "equal-time")) {
    EXPECT_EQ(as_list(at(row, "costs")).size(), 2U);
    EXPECT_GT(as_real(at(row, "own_seconds")), 0);
  }
  EXPECT_EQ(as_list(at(answer, "equal_time")).size(), 1U);
}

}  // namespace sweep::report_axes_test
