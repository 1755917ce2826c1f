// What the tables of the catalogue of measures have in common, and what some of them say.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "bench/reports/measure_report.hpp"
#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/tables.hpp"
#include "tests/bench/results/measures/descents.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::measures_test {

DataSet data_set(const char* method, int number, std::vector<Descent> runs) {
  const std::string function = "bbob/f" + std::to_string(number);
  return {method, "bbob",         number < 3 ? "bbob low" : "bbob high", function, number,
          5,      std::move(runs)};
}

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
      const MeasureTable table = row.table(sets, {restarts});
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
    EXPECT_FALSE(row.table(sets, {true}).rows.empty()) << row.name;
  }
}

// Numbers are of a data set and those it is compared with; the draws are keyed by names.
TEST(ErtTable, SaysTheSameOfADataSetWhateverElseThereIs) {
  const std::vector<DataSet> sets = some_sets();
  const List all = to_list(ert_table(sets, {}));
  const List one = to_list(ert_table({&sets[3], 1}, {}));
  EXPECT_EQ(to_json(one.at(0)), to_json(all.at(3)));
}

TEST(ErtTable, SaysTheSameOfTargetsThatWereReachedTogether) {
  const std::vector<Descent> runs = {{{{3, 0.5}, {40, 1e-9}}, 50}, {{{7, 1e-9}}, 50}, {{}, 50}};
  const List table = to_list(ert_table(std::vector<DataSet>{data_set("x", 1, runs)}, {}));
  const List& targets = as_list(at(table.at(0), "targets"));
  ASSERT_EQ(targets.size(), 7u);
  for (const std::size_t i : {3u, 6u}) {  // from 0.1 on
    EXPECT_EQ(as_real(at(targets[i], "dispersion")), as_real(at(targets[2], "dispersion")));
  }
  EXPECT_NE(as_real(at(targets[0], "ert")), as_real(at(targets[2], "ert")));
}

TEST(ErtTable, ComparesWithTheVirtualBestWherePublished) {
  const std::vector<Descent> runs = {{{{1, 5}, {12, 0.05}, {24, 1e-9}}, 100}};
  const Value row = to_list(ert_table(std::vector<DataSet>{data_set("x", 1, runs)}, {})).at(0);
  EXPECT_EQ(as_real(at(row, "ratio_2009_at_1e-1")), 1);
  EXPECT_EQ(as_real(at(row, "ratio_2009_at_1e-8")), 2);
  DataSet changed = data_set("x", 1, runs);
  changed.suite = "bbob?noise=1";
  EXPECT_FALSE(has(to_list(ert_table({&changed, 1}, {})).at(0), "ratio_2009_at_1e-8"));
}

TEST(EcdfTable, CountsEveryFunctionTheSame) {
  const std::vector<Descent> good(9, Descent{{{1, 0}}, 10});
  const std::vector<Descent> bad(1, Descent{{{1, 1e6}}, 10});
  const std::vector<DataSet> sets = {data_set("x", 1, good), data_set("x", 2, bad)};
  const Value row = to_list(ecdf_table(sets, {})).at(0);
  EXPECT_EQ(as_text(at(row, "functions")), "bbob low");
  EXPECT_EQ(as_real(at(as_list(at(row, "budgets")).at(0), "fraction")), 0.5);
  EXPECT_EQ(as_real(at(row, "area")), 0.5);
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
  const List rows = to_list(significance_table(sets, {}));
  ASSERT_EQ(rows.size(), 3U);
  for (const Value& row : rows) {
    EXPECT_EQ(as_real(at(row, "p_bonferroni")), std::min(1.0, 3 * as_real(at(row, "p"))));
    EXPECT_LE(as_real(at(row, "p_holm")), as_real(at(row, "p_bonferroni")));
    EXPECT_GE(as_real(at(row, "z")), 0);
  }
}

TEST(MeasureTable, IsTextMarkdownAndJson) {
  MeasureTable table;
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
