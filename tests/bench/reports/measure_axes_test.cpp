// What measures say of other axes than evaluations, of quantile targets, of repeats, and of time.
#include <gtest/gtest.h>

#include <algorithm>

#include "bench/reports/measures/catalog.hpp"
#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/reports/section_text.hpp"
#include "bench/results/assigned_targets.hpp"
#include "tests/bench/results/measures/descents.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::measure_axes_test {

DataSet bbob_set(const char* method, int number, std::vector<Descent> runs) {
  const std::string function = "bbob/f" + std::to_string(number);
  return {method, "bbob", "bbob 1-separable", function, number, 5, std::move(runs)};
}

DataSet own_set(const char* method, std::vector<Descent> runs, Axis axis = Axis::evaluations) {
  DataSet set{method, "", "mine", "mine", 0, 4, std::move(runs)};
  set.has_optimum = false;
  set.axis = axis;
  return set;
}

List rows_of(const Sections& sections) {
  for (const Section& section : sections) {
    if (const auto* table = std::get_if<ReportTable>(&section)) return to_list(*table);
  }
  return {};
}

const Value& row_with(const List& rows, const char* key, const std::string& value) {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](const Value& row) { return as_text(at(row, key)) == value; });
  EXPECT_NE(found, rows.end()) << value;
  return *found;
}

TEST(EveryMeasure, HasRowsOfLossesOverAnyAxis) {
  for (const Axis axis : {Axis::evaluations, Axis::steps, Axis::time}) {
    std::vector<DataSet> sets = {own_set("random", {{{{0.5, -3}, {40, -5}}, 60}}, axis),
                                 own_set("tpe", {{{{0.5, -3}, {20, -6}}, 60}, {{}, 60}}, axis)};
    assign_targets({}, sets);
    for (const MeasureRow& measure : measure_catalog()) {
      for (const bool restarts : {false, true}) {
        const Sections sections = measure.sections(sets, {restarts});
        const bool is_said = axis == Axis::time && measure.name == "equal-time";
        EXPECT_EQ(rows_of(sections).empty(), is_said) << measure.name << " " << to_text(axis);
        EXPECT_EQ(to_text(sections).find("nan"), std::string::npos) << to_text(sections);
      }
    }
  }
}

// Steps and seconds are as they are; only evaluations are divided by the dimension.
TEST(ErtTable, DividesEvaluationsByTheDimension) {
  for (const Axis axis : {Axis::evaluations, Axis::steps, Axis::time}) {
    std::vector<DataSet> sets = {own_set("tpe", {{{{8, 1}}, 60}}, axis)};
    assign_targets({}, sets);
    const Sections sections = ert_sections(sets, {});
    const char* const shown = axis == Axis::evaluations ? " 2 (0) " : " 8 (0) ";
    EXPECT_NE(to_text(sections).find(shown), std::string::npos) << to_text(sections);
    EXPECT_EQ(as_real(at(as_list(at(rows_of(sections)[0], "targets")).at(0), "ert")), 8);
  }
}

TEST(ErtTable, HasATableForEachKindOfTargets) {
  std::vector<DataSet> sets = {bbob_set("tpe", 1, {{{{1, 5}}, 10}}), own_set("tpe", {{{{1, 5}}, 10}})};
  assign_targets({}, sets);
  const Sections sections = ert_sections(sets, {});
  ASSERT_EQ(sections.size(), 3U);
  EXPECT_EQ(std::get<ReportTable>(sections[0]).columns[4].heading, "10");
  EXPECT_NE(std::get<Prose>(sections[1]).text.find("of all cells"), std::string::npos);
  EXPECT_EQ(std::get<ReportTable>(sections[2]).columns[4].heading, "90 %");
  EXPECT_EQ(std::get<ReportTable>(sections[2]).columns[9].heading, "at 10 %");
}

TEST(ErtTable, HasTargetsByBudgetWhereEvaluationsAreExpensive) {
  std::vector<DataSet> sets = {bbob_set("tpe", 1, {{{{1, 50}, {20, 1e-9}}, 40}})};
  assign_targets({.expensive = true}, sets);
  const Value row = rows_of(ert_sections(sets, {})).at(0);
  const Value& first = as_list(at(row, "targets")).at(0);
  EXPECT_EQ(as_real(at(first, "budget")), 0.5);
  EXPECT_EQ(as_real(at(first, "target")), grid_target(7));
  EXPECT_EQ(as_real(at(first, "ert")), 20);
}

std::vector<DataSet> all_of_bbob() {
  std::vector<DataSet> sets;
  for (int number = 1; number <= 24; ++number) {
    sets.push_back(bbob_set("random", number, {{{{1, 5}}, 500}}));
  }
  return sets;
}

TEST(EcdfTable, NamesBothVirtualBestsOfBbob) {
  const List rows = rows_of(ecdf_sections(all_of_bbob(), {}));
  constexpr double kSixDecimals = 5.1e-7;
  const auto fraction = [&](const char* method, std::size_t budget) {
    const Value& row = row_with(rows, "method", method);
    EXPECT_EQ(as_integer(at(row, "functions_count")), 24);
    return as_real(at(as_list(at(row, "budgets")).at(budget), "fraction"));
  };
  EXPECT_NEAR(fraction("best 2009", 3), 0.165033, kSixDecimals);  // within 10 D
  EXPECT_NEAR(fraction("best 2009", 6), 0.429739, kSixDecimals);  // within 100 D
  EXPECT_NEAR(fraction("best 2009-16", 6), 0.558007, kSixDecimals);
}

TEST(EcdfTable, HasNoVirtualBestWhereItIsOfOtherThings) {
  const auto names_best = [](std::vector<DataSet> sets) {
    return to_text(ecdf_sections(sets, {})).find("best 2009") != std::string::npos;
  };
  std::vector<DataSet> sets = all_of_bbob();
  EXPECT_TRUE(names_best(sets));
  sets[3].suite = "bbob?noise=1";
  EXPECT_TRUE(names_best(sets)) << "of the other 23";
  for (DataSet& set : sets) set.axis = Axis::time;
  EXPECT_FALSE(names_best(sets));
  sets = all_of_bbob();
  for (DataSet& set : sets) set.dimension = 4;
  EXPECT_FALSE(names_best(sets));
  sets = all_of_bbob();
  assign_targets({TargetRule::quantiles}, sets);
  EXPECT_FALSE(names_best(sets));
}

// Twenty cells that do the same are no evidence.
TEST(SignificanceTable, IsNotSureOfWhatDoesNotVary) {
  std::vector<Descent> slow;
  for (int i = 0; i < 20; ++i) slow.push_back({{{1, 9}, {30.0 + i, 5.0 + i}}, 60});
  std::vector<DataSet> sets = {own_set("grid", {{{{1, 9}, {2, 1}}, 60}}), own_set("tpe", slow)};
  sets[0].repeats = 19;
  assign_targets({}, sets);
  const Sections sections = significance_sections(sets, {});
  const Value row = rows_of(sections).at(0);
  EXPECT_EQ(as_text(at(row, "better")), "grid");
  EXPECT_FALSE(as_bool(at(row, "is_significant")));
  EXPECT_GT(as_real(at(row, "p")), 0.05);
  EXPECT_EQ(as_integer(at(row, "runs_better")), 1);
  EXPECT_NE(to_text(sections).find(" 1 of 20 "), std::string::npos) << to_text(sections);
}

std::vector<DataSet> quick_and_slow(Axis axis = Axis::evaluations) {
  std::vector<Descent> quick;
  std::vector<Descent> slow;
  for (int i = 1; i <= 20; ++i) {
    quick.push_back(i > 18 ? Descent{{}, 100} : Descent{{{5.0 * i, -1}}, 100});
    slow.push_back({{{0.5 * i, -1}}, 100});
  }
  std::vector<DataSet> sets = {own_set("random", quick, axis), own_set("tpe", slow, axis)};
  sets[0].own_seconds = 1e-6;
  sets[1].own_seconds = 3e-2;
  assign_targets({}, sets);
  return sets;
}

// Random gets nine tenths there within its 100 evaluations; tpe needs nine for that, which take as
// long at 3 ms each.
TEST(EqualTimeTable, SaysFromWhichCostOnASlowMethodPays) {
  const Sections sections = equal_time_sections(quick_and_slow(), {});
  const std::string text = to_text(sections);
  EXPECT_NE(text.find("mine, 4-D: random wins below 3"), std::string::npos) << text;
  EXPECT_NE(text.find(" ms per evaluation, tpe above"), std::string::npos) << text;
  const Map json = to_map(sections, "measures");
  const Value& said = as_list(at(json, "equal_time")).at(0);
  EXPECT_EQ(as_list(at(said, "leads")).size(), 2U);
  EXPECT_NEAR(as_real(at(as_list(at(said, "leads")).at(1), "from_cost")), 3.1623e-3, 1e-6);
  const std::string by_step = to_text(equal_time_sections(quick_and_slow(Axis::steps), {}));
  EXPECT_NE(by_step.find("ms per step"), std::string::npos) << by_step;
}

TEST(EqualTimeTable, IsForAnyCostThatIsStated) {
  MeasureOptions options;
  options.costs = {0.003, 60};
  const Sections sections = equal_time_sections(quick_and_slow(), options);
  const auto& table = std::get<ReportTable>(sections.front());
  ASSERT_EQ(table.columns.size(), 7U);
  EXPECT_EQ(table.columns[5].heading, "3 ms");
  EXPECT_EQ(table.columns[6].heading, "1 min");
  const Value& slow = row_with(to_list(table), "method", "tpe");
  EXPECT_LT(as_real(at(as_list(at(slow, "costs")).at(0), "fraction")), 1);
  EXPECT_EQ(as_real(at(as_list(at(slow, "costs")).at(1), "fraction")), 1);
  EXPECT_EQ(as_real(at(slow, "own_seconds")), 3e-2);
}

TEST(EqualTimeTable, SaysWhoWinsAtAnyCost) {
  std::vector<DataSet> sets = quick_and_slow();
  sets[1].own_seconds = 1e-6;
  const std::string text = to_text(equal_time_sections(sets, {}));
  EXPECT_NE(text.find("tpe wins at any cost of an evaluation"), std::string::npos) << text;
}

TEST(Costs, AreShownInTheirUnits) {
  EXPECT_EQ(cost_text(0), "0 s");
  EXPECT_EQ(cost_text(2.5e-8), "25 ns");
  EXPECT_EQ(cost_text(1e-3), "1 ms");
  EXPECT_EQ(cost_text(0.99999), "1 s");
  EXPECT_EQ(cost_text(90), "1.5 min");
  EXPECT_EQ(cost_text(7200), "2 h");
}

}  // namespace sweep::measure_axes_test
