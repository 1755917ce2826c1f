#include "bench/reports/run_report.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "bench/results/duplicates.hpp"

namespace sweep::run_report_test {

SummaryRow row(const char* method) {
  SummaryRow row;
  row.method = method;
  row.objective = "f";
  row.cells = 20;
  row.trials = 500;
  row.duplicates = 0;
  row.variety = {20, 20};
  return row;
}

std::string table_with(const ClusterSummary& cluster) {
  SummaryRow with = row("asha");
  with.cluster = cluster;
  return run_table(std::vector<SummaryRow>{with});
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST(RunTable, StatesTheTargetBesideTheTimeToIt) {
  ClusterSummary cluster;
  cluster.target = 0.084375;
  cluster.target_seconds = 12;
  const std::string text = table_with(cluster);
  EXPECT_TRUE(says(text, "target  to target")) << text;
  EXPECT_TRUE(says(text, "0.084375       12 s")) << text;
  cluster.target = std::numeric_limits<double>::infinity();
  cluster.target_seconds = std::numeric_limits<double>::infinity();
  EXPECT_FALSE(says(table_with(cluster), "inf"));
}

struct TimeRow {
  double seconds;
  const char* text;
};

TEST(RunTable, HasLongVirtualTimesInHoursAndDays) {
  for (const TimeRow& time : {TimeRow{0.25, " 0.25 s"},
                              {7200, " 7200 s"},
                              {7236, " 2.01 h"},
                              {97'920, " 27.2 h"},
                              {172'800, " 2 d"},
                              {1'000'000, " 11.57 d"}}) {
    ClusterSummary cluster;
    cluster.worker_seconds = time.seconds;
    const std::string text = table_with(cluster);
    EXPECT_TRUE(says(text, time.text)) << text;
  }
}

TEST(RunTable, SaysWhyDuplicatesAreMissing) {
  SummaryRow uncounted = row("random");
  uncounted.trials = DuplicateCounter::kMostDifferent + 1;
  uncounted.duplicates.reset();
  const std::string text = run_table(std::vector<SummaryRow>{uncounted});
  EXPECT_TRUE(says(text, "random on f: duplicates not counted")) << text;
  EXPECT_TRUE(says(text, "more than 1048576 different points")) << text;
  EXPECT_FALSE(says(run_table(std::vector<SummaryRow>{row("random")}), "not counted"));
}

TEST(RunTable, SaysOnceWhereOutcomesBarelyDiffer) {
  struct Case {
    Variety variety;
    const char* words;  // empty: nothing is said
  };
  for (const Case& c : {Case{{20, 1}, "f: 20 cells end with 1 distinct best loss,"},
                        {{40, 4}, "f: 40 cells end with 4 distinct best losses,"},
                        {{40, 5}, ""},
                        {{9, 1}, ""},
                        {{0, 0}, ""}}) {
    std::vector<SummaryRow> rows = {row("random"), row("tpe")};
    for (SummaryRow& one : rows) one.variety = c.variety;
    const std::string text = run_table(rows);
    EXPECT_TRUE(says(text, c.words)) << text;
    const auto first = text.find("distinct best loss");
    EXPECT_EQ(first != std::string::npos, *c.words != 0) << text;
    EXPECT_EQ(text.find("distinct best loss", first + 1), std::string::npos) << text;
  }
}

}  // namespace sweep::run_report_test
