#include "bench/reports/run_overview.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sweep::run_overview_test {

SummaryRow row(const char* method, const char* objective, double median) {
  SummaryRow row;
  row.method = method;
  row.objective = objective;
  row.cells = 2;
  row.trials = 50;
  row.failed = 1;
  row.best.value = median;
  row.searcher_seconds = 0.25;
  return row;
}

TEST(RunOverview, CountsObjectivesOnWhichAMethodIsLowest) {
  const std::vector<SummaryRow> rows = {
      row("grid", "f", 3), row("random", "f", 2), row("grid", "g", 1),  row("random", "g", 1),
      row("grid", "h", 0), row("random", "h", 5), row("random", "i", 9)};
  EXPECT_EQ(run_overview(rows),
            "method  objectives  cells  trials  failed  lowest on  searcher\n"
            "grid             3      6     150       3          2    0.75 s\n"
            "random           4      8     200       4          3       1 s\n");
}

}  // namespace sweep::run_overview_test
