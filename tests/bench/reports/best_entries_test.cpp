#include "bench/reports/best_entries.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>

#include "bench/reports/measures/catalog.hpp"
#include "tests/bench/results/measures/descents.hpp"

namespace sweep::best_entries_test {

constexpr double kInf = std::numeric_limits<double>::infinity();

ReportTable table_of(const std::vector<std::pair<const char*, double>>& rows) {
  ReportTable table;
  table.columns = {
      {"function", "function"}, {"method", "method"}, {"D", "dimension"}, {"sp1", "sp1"}};
  table.text_columns = 2;
  int method = 0;
  for (const auto& [function, value] : rows) {
    table.rows.push_back(
        {shown(function), shown(std::to_string(++method)), shown(std::size_t{2}), shown(value)});
  }
  return table;
}

std::vector<bool> marked(const ReportTable& table, const char* measure = "success") {
  std::vector<bool> marks;
  for (const std::vector<bool>& row : best_entries(measure, table)) marks.push_back(row.back());
  return marks;
}

TEST(BestEntries, AreThoseOfEachProblem) {
  const ReportTable table = table_of({{"f1", 3}, {"f1", 2}, {"f2", 9}, {"f2", 10}, {"f3", 1}});
  EXPECT_EQ(marked(table), (std::vector<bool>{false, true, true, false, false}));
}

TEST(BestEntries, AreAllThatAreAsGoodUnlessNobodyIsWorse) {
  EXPECT_EQ(marked(table_of({{"f1", 2}, {"f1", 2}, {"f1", 3}})),
            (std::vector<bool>{true, true, false}));
  EXPECT_EQ(marked(table_of({{"f1", 2}, {"f1", 2}})), (std::vector<bool>{false, false}));
}

TEST(BestEntries, AreFinite) {
  EXPECT_EQ(marked(table_of({{"f1", kInf}, {"f1", 5}})), (std::vector<bool>{false, true}));
  EXPECT_EQ(marked(table_of({{"f1", kInf}, {"f1", kInf}})), (std::vector<bool>{false, false}));
}

TEST(BestEntries, AreNotThereWhereNothingIsBetter) {
  EXPECT_EQ(marked(table_of({{"f1", 2}, {"f1", 3}}), "nothing"), (std::vector<bool>{false, false}));
}

TEST(BestEntries, KnowColumnsThatTheMeasuresHave) {
  const auto set = [](const char* method, std::vector<Descent> runs) {
    return DataSet{method, "bbob", "bbob low", "bbob/f1", 1, 5, std::move(runs)};
  };
  const std::vector<DataSet> sets = {set("random", some_descents(6, 1)),
                                     set("bayes", stretched(some_descents(6, 11), 3))};
  for (const char* name :
       {"aocc", "auc", "data-profile", "ecdf", "ert", "fixed-budget", "profile"}) {
    const Sections sections = find_measure(name).sections(sets, {});
    const auto& table = std::get<ReportTable>(sections.front());
    const BestEntries best = best_entries(name, table);
    const bool has_any = std::any_of(best.begin(), best.end(), [](const std::vector<bool>& row) {
      return std::count(row.begin(), row.end(), true) > 0;
    });
    EXPECT_TRUE(has_any) << name;
  }
}

}  // namespace sweep::best_entries_test
