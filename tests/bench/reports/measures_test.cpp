// What the tables of the catalogue of measures have in common, and what some of them say.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "bench/reports/measures/catalog.hpp"
#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/reports/section_text.hpp"
#include "tests/bench/results/measures/descents.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::measures_test {

DataSet data_set(const char* method, int number, std::vector<Descent> runs) {
  const std::string function = "bbob/f" + std::to_string(number);
  return {method, "bbob",         number < 3 ? "bbob low" : "bbob high", function, number,
          5,      std::move(runs)};
}

const ReportTable& table_in(const Sections& sections) {
  return std::get<ReportTable>(sections.front());
}

List rows_of(const Sections& sections) { return to_list(table_in(sections)); }

std::vector<DataSet> some_sets() {
  std::vector<DataSet> sets;
  for (const int number : {1, 2, 3}) {
    const auto seed = static_cast<std::uint64_t>(number);
    sets.push_back(data_set("random", number, some_descents(6, seed)));
    sets.push_back(data_set("bayes", number, stretched(some_descents(6, seed + 10), 3)));
  }
  return sets;
}

TEST(MeasureCatalog, HasNamesThatAreDifferentAndFound) {
  std::set<std::string_view> names;
  for (const MeasureRow& row : measure_catalog()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_EQ(&find_measure(row.name), &row);
    EXPECT_FALSE(row.meaning.empty() || row.source.empty()) << row.name;
  }
}

TEST(MeasureCatalog, HasTablesWithAnEntryForEveryColumn) {
  const std::vector<DataSet> sets = some_sets();
  for (const MeasureRow& row : measure_catalog()) {
    for (const bool restarts : {false, true}) {
      const Sections sections = row.sections(sets, {restarts});
      const ReportTable& table = table_in(sections);
      EXPECT_FALSE(table.rows.empty()) << row.name;
      for (const auto& entries : table.rows) {
        EXPECT_EQ(entries.size(), table.columns.size()) << row.name;
      }
    }
  }
}

TEST(MeasureCatalog, TakesRunsWithoutAnySuccess) {
  const std::vector<DataSet> sets = {data_set("random", 1, {Descent{{}, 1}}),
                                     data_set("bayes", 1, {Descent{{{1, 1e6}}, 1}})};
  for (const MeasureRow& row : measure_catalog()) {
    EXPECT_FALSE(table_in(row.sections(sets, {true})).rows.empty()) << row.name;
  }
}

// Numbers are of a data set and those it is compared with; the draws are keyed by names.
TEST(ErtTable, SaysTheSameOfADataSetWhateverElseThereIs) {
  const std::vector<DataSet> sets = some_sets();
  const List all = rows_of(ert_sections(sets, {}));
  const List one = rows_of(ert_sections({&sets[3], 1}, {}));
  EXPECT_EQ(to_json(one.at(0)), to_json(all.at(3)));
}

TEST(ErtTable, SaysTheSameOfTargetsThatWereReachedTogether) {
  const std::vector<Descent> runs = {{{{3, 0.5}, {40, 1e-9}}, 50}, {{{7, 1e-9}}, 50}, {{}, 50}};
  const List table = rows_of(ert_sections(std::vector<DataSet>{data_set("x", 1, runs)}, {}));
  const List& targets = as_list(at(table.at(0), "targets"));
  ASSERT_EQ(targets.size(), 7u);
  for (const std::size_t i : {3u, 6u}) {  // from 0.1 on
    EXPECT_EQ(as_real(at(targets[i], "dispersion")), as_real(at(targets[2], "dispersion")));
  }
  EXPECT_NE(as_real(at(targets[0], "ert")), as_real(at(targets[2], "ert")));
}

TEST(ErtTable, ComparesWithTheVirtualBestWherePublished) {
  const std::vector<Descent> runs = {{{{1, 5}, {12, 0.05}, {24, 1e-9}}, 100}};
  const Value row = rows_of(ert_sections(std::vector<DataSet>{data_set("x", 1, runs)}, {})).at(0);
  EXPECT_EQ(as_real(at(row, "ratio_2009_at_1e-1")), 1);
  EXPECT_EQ(as_real(at(row, "ratio_2009_at_1e-8")), 2);
  DataSet changed = data_set("x", 1, runs);
  changed.suite = "bbob?noise=1";
  EXPECT_FALSE(has(rows_of(ert_sections({&changed, 1}, {})).at(0), "ratio_2009_at_1e-8"));
}

TEST(EcdfTable, CountsEveryFunctionTheSame) {
  const std::vector<Descent> good(9, Descent{{{1, 0}}, 10});
  const std::vector<Descent> bad(1, Descent{{{1, 1e6}}, 10});
  const std::vector<DataSet> sets = {data_set("x", 1, good), data_set("x", 2, bad)};
  const Value row = rows_of(ecdf_sections(sets, {})).at(0);
  EXPECT_EQ(as_text(at(row, "functions")), "bbob low");
  EXPECT_EQ(as_real(at(as_list(at(row, "budgets")).at(0), "fraction")), 0.5);
  EXPECT_EQ(as_real(at(row, "area")), 0.5);
}

std::vector<DataSet> half_successful_set() {
  return {data_set("x", 1, {{{{1, 5}, {20, 1e-9}}, 40}, {{{1, 5}}, 40}})};
}

TEST(EcdfTable, GoesOnToAHundredTimesTheBudgetWithRestarts) {
  const std::vector<DataSet> sets = half_successful_set();
  const auto last_of = [&](bool restarts) {
    const Value row = rows_of(ecdf_sections(sets, {restarts})).at(0);
    return as_list(at(row, "budgets")).back();
  };
  EXPECT_EQ(as_real(at(last_of(false), "budget")), 10);  // the first not below 40 / 5
  EXPECT_EQ(as_real(at(last_of(true), "budget")), 1000);
  EXPECT_LT(as_real(at(last_of(false), "fraction")), 0.7);
  EXPECT_GT(as_real(at(last_of(true), "fraction")), 0.99);
}

TEST(AucTable, GoesOnToAHundredTimesTheBudgetWithRestartsButForTheVolume) {
  const std::vector<DataSet> sets = half_successful_set();
  const Value plain = rows_of(auc_sections(sets, {false})).at(0);
  const Value restarted = rows_of(auc_sections(sets, {true})).at(0);
  EXPECT_EQ(as_real(at(plain, "evaluations")), 40);
  EXPECT_EQ(as_real(at(restarted, "evaluations")), 4000);
  EXPECT_GT(as_real(at(restarted, "area")), as_real(at(plain, "area")));
  EXPECT_EQ(as_real(at(restarted, "attainment_volume")), as_real(at(plain, "attainment_volume")));
}

TEST(Restarts, AreExplainedUnderTheirTablesOnly) {
  const std::vector<DataSet> sets = half_successful_set();
  for (const bool restarts : {false, true}) {
    for (const auto measure : {ecdf_sections, auc_sections}) {
      const std::string text = to_text(measure(sets, {restarts}));
      EXPECT_EQ(text.find("only restarts contribute") != std::string::npos, restarts) << text;
    }
  }
}

// Both methods are looked at for the budget of the longer one.
TEST(AoccTable, TakesTheLongestBudgetOfAProblem) {
  const std::vector<DataSet> sets = {data_set("x", 1, {{{{1, 1e2}, {6, 1e-8}}, 10}}),
                                     data_set("y", 1, {{{{1, 1e-3}}, 20}})};
  const List rows = rows_of(aocc_sections(sets, {}));
  EXPECT_EQ(as_integer(at(rows.at(0), "evaluations")), 20);
  EXPECT_EQ(as_integer(at(rows.at(1), "evaluations")), 20);
  EXPECT_DOUBLE_EQ(as_real(at(rows.at(0), "mean")), 0.75);
  EXPECT_DOUBLE_EQ(as_real(at(rows.at(1), "mean")), 0.5);
}

TEST(LossRatioTable, ComparesWithTheBestOfAllMethodsAtEachTarget) {
  const std::vector<DataSet> sets = {data_set("slow", 1, {{{{20, 1e-9}}, 20}}),
                                     data_set("fast", 1, {{{{5, 1e-9}}, 5}})};
  const List rows = rows_of(loss_ratio_sections(sets, {}));
  const auto ratio = [&](std::size_t row) {
    return as_real(at(as_list(at(rows.at(row), "budgets")).back(), "loss_ratio"));
  };
  EXPECT_EQ(ratio(0), 4);
  EXPECT_EQ(ratio(1), 1);
}

TEST(SignificanceTable, SaysHowItDiffersFromCocoppWhereNobodySucceeded) {
  const auto text = [](std::vector<Descent> runs) {
    const std::vector<DataSet> sets = {data_set("x", 1, {{{{1, 5}}, 10}}),
                                       data_set("y", 1, std::move(runs))};
    return to_text(significance_sections(sets, {}));
  };
  EXPECT_NE(text({{{{1, 4}}, 10}}).find("cocopp says 1"), std::string::npos);
  EXPECT_EQ(text({{{{1, 1e-9}}, 10}}).find("cocopp"), std::string::npos);
}

TEST(EcdfFigures, HaveACurvePerMethodThatEndsAtTheTable) {
  const std::vector<DataSet> sets = some_sets();
  const Sections sections = ecdf_sections(sets, {});
  ASSERT_EQ(sections.size(), 4U);  // the table, two groups and all
  const auto& figure = std::get<Figure>(sections.back());
  EXPECT_EQ(figure.title, "bbob all, 5-D");
  EXPECT_EQ(figure.x.scale, FigureScale::logarithmic);
  ASSERT_EQ(figure.series.size(), 4U);  // both virtual bests, too
  EXPECT_EQ(figure.series[1].name, "random");
  const Series& curve = figure.series.back();
  EXPECT_EQ(curve.name, "best 2009-16");
  EXPECT_EQ(curve.x.size(), curve.y.size());
  EXPECT_TRUE(std::is_sorted(curve.y.begin(), curve.y.end()));
  const List budgets = as_list(at(rows_of(sections).back(), "budgets"));
  EXPECT_EQ(as_real(at(budgets.back(), "budget")), curve.x.back());
  EXPECT_EQ(as_real(at(budgets.back(), "fraction")), curve.y.back());
}

TEST(FixedBudget, TakesLossesApartFromPrecisions) {
  std::vector<DataSet> sets = {data_set("x", 1, {Descent{{{1, 4}, {8, 1e-9}}, 10}}),
                               {"x", "", "sum", "sum", 0, 1, {{{{1, 3}, {2, -5}}, 10}}, "", false}};
  sets[1].targets = fraction_targets({-5}, {});
  const Sections sections = fixed_budget_sections(sets, {});
  ASSERT_EQ(sections.size(), 5U);  // a table and a figure, a sentence, and the same again
  const List precisions = as_list(at(to_list(std::get<ReportTable>(sections[0])).at(0), "budgets"));
  EXPECT_EQ(as_real(at(precisions.back(), "budget")), 2);  // after 8 evaluations nothing counts
  const List losses = as_list(at(to_list(std::get<ReportTable>(sections[3])).at(0), "budgets"));
  EXPECT_EQ(as_real(at(losses.back(), "budget")), 10);
  EXPECT_EQ(as_real(at(losses.back(), "mean")), -5);
  EXPECT_FALSE(has(losses.back(), "geometric_mean"));
  EXPECT_EQ(as_real(at(as_list(at(losses.back(), "quantiles")).at(0), "loss")), -5);
  EXPECT_EQ(std::get<Figure>(sections[4]).y.scale, FigureScale::linear);
  EXPECT_EQ(std::get<Figure>(sections[1]).y.scale, FigureScale::logarithmic);
}

TEST(Samples, AreTheSameForEqualCellsOfTwoBuilds) {
  std::vector<DataSet> sets(2, data_set("tpe", 1, {{{{1, 5}, {30, 1e-9}}, 50}, {{{2, 4}}, 50}}));
  sets[0].build = "11111111";
  sets[1].build = "22222222";
  const List rows = rows_of(ert_sections(sets, {}));
  EXPECT_EQ(as_text(at(rows.at(0), "method")), "tpe @ 11111111");
  EXPECT_EQ(as_text(at(rows.at(1), "method")), "tpe @ 22222222");
  EXPECT_EQ(to_json(at(rows.at(0), "targets")), to_json(at(rows.at(1), "targets")));
}

TEST(Groups, AreGroupsThenSuitesThenAllWithoutRepeating) {
  std::vector<DataSet> sets = {data_set("x", 1, {}), data_set("x", 3, {})};
  std::vector<std::string> names;
  for (const SetGroup& group : groups_of(sets)) names.push_back(group.name);
  EXPECT_EQ(names, (std::vector<std::string>{"bbob low", "bbob high", "bbob all"}));
  sets.push_back({"x", "", "ackley?dim=5", "ackley?dim=5", 0, 5, {}});
  EXPECT_EQ(groups_of(sets).back().name, "all");
  EXPECT_EQ(groups_of(sets).back().sets.size(), 3U);
}

// The first function that is there in 10-D is another one than in 2-D.
TEST(Groups, AreSortedByDimensionAndMethodWhateverThereIsOfEach) {
  const auto of = [](const char* method, int number, int dimension) {
    DataSet set = data_set(method, number, {});
    set.dimension = dimension;
    return set;
  };
  const std::vector<DataSet> sets = {of("random", 1, 10), of("tpe", 1, 10), of("random", 2, 2),
                                     of("random", 3, 2), of("tpe", 3, 2)};
  std::vector<std::string> rows;
  for (const SetGroup& group : groups_of(sets)) {
    rows.push_back(group.name + " " + std::to_string(group.dimension) + " " + group.method);
  }
  EXPECT_EQ(rows, (std::vector<std::string>{"bbob low 2 random", "bbob low 10 random",
                                            "bbob low 10 tpe", "bbob high 2 random",
                                            "bbob high 2 tpe", "bbob all 2 random"}));
}

TEST(SignificanceTable, CorrectsForTheFunctionsOfASuite) {
  const std::vector<DataSet> sets = some_sets();
  const List rows = rows_of(significance_sections(sets, {}));
  ASSERT_EQ(rows.size(), 3U);
  for (const Value& row : rows) {
    EXPECT_EQ(as_real(at(row, "p_bonferroni")), std::min(1.0, 3 * as_real(at(row, "p"))));
    EXPECT_LE(as_real(at(row, "p_holm")), as_real(at(row, "p_bonferroni")));
    EXPECT_GE(as_real(at(row, "z")), 0);
  }
}

TEST(ReportTable, IsTextMarkdownAndJson) {
  ReportTable table;
  table.columns = {{"method", "method"}, {"1", "budgets", true}, {"2", "budgets", true}};
  table.text_columns = 1;
  table.rows = {{shown("a|b"), shown_at("budget", 1, "fraction", 0.25), shown_missing()}};
  EXPECT_EQ(to_text(table), "method     1  2\na|b     0.25  -\n");
  EXPECT_EQ(to_markdown(table),
            "| method | 1 | 2 |\n| --- | ---: | ---: |\n| a\\|b | 0.25 | - |\n");
  EXPECT_EQ(to_json(to_list(table)),
            R"([{"method": "a|b", "budgets": [{"budget": 1.0, "fraction": 0.25}, null]}])");
}

TEST(Headings, AreShort) {
  EXPECT_EQ(short_text(0.25), "0.25");
  EXPECT_EQ(short_text(12.34), "12.3");
  EXPECT_EQ(short_text(1490.4), "1490");
  EXPECT_EQ(short_text(2.1e6), "2.1e+06");
  struct Row {
    double number;
    const char* text;
  };
  for (const Row& row : {Row{1, "1"},
                         {50, "50"},
                         {20000, "20000"},
                         {2e5, "2e5"},
                         {1e6, "1e6"},
                         {0.1, "0.1"},
                         {0.01, "0.01"},
                         {1e-3, "1e-3"},
                         {1e-7, "1e-7"}}) {
    EXPECT_EQ(heading_of(row.number), row.text);
  }
}

}  // namespace sweep::measures_test
