// Logs for IOHanalyzer as a user gets them.
#include <gtest/gtest.h>

#include <cstdint>

#include "tests/cli/export_fixture.hpp"

namespace sweep::exported::export_ioh_test {

namespace fs = std::filesystem;

// The first value of a run that is infinite, as cocopp would read for ever.
TEST_F(Export, NeverWritesInfinity) {
  run({"--objective", "1/(x - x)", "--param", "x={min: 0, max: 1.0}", "--seeds", "1", "--record",
       "trials"});
  export_folder("ioh");
  const std::string data = text("random/data_f1_1_x_-_x_/IOHprofiler_f1_DIM1.dat");
  EXPECT_EQ(data.find("inf"), std::string::npos) << data;
  EXPECT_EQ(data.find("nan"), std::string::npos) << data;
}

TEST_F(Export, SaysWhereTheFirstTrialFailed) {
  run({"--objective", "sphere?fail=1", "--seeds", "1"});
  const std::string message = message_in_one_line(export_as({"ioh", "--out", out_}), 2);
  EXPECT_NE(message.find("random on sphere?fail=1, seed 1: its first trial failed"),
            std::string::npos)
      << message;
  EXPECT_FALSE(fs::exists(out_ + ".partial"));
}

TEST_F(Export, WritesTheWholeSuiteForIohAnalyzer) {
  run({"--objective", "bbob/f1-24/d2,5/i1-15", "--method", "random", "--trials", "20", "--seeds",
       "1"});
  export_folder("ioh");
  EXPECT_EQ(files(), 24u * 3);
  for (const fs::directory_entry& entry : fs::directory_iterator(out_ + "/random")) {
    if (!entry.is_regular_file()) continue;
    const Value index = json_from(file_text(entry.path()));
    EXPECT_EQ(as_text(at(index, "suite")), "BBOB");
    ASSERT_EQ(as_list(at(index, "scenarios")).size(), 2u);
    for (const Value& scenario : as_list(at(index, "scenarios"))) {
      const List& runs = as_list(at(scenario, "runs"));
      const auto blocks =
          log_blocks(text("random/" + as_text(at(scenario, "path"))), "evaluations raw_y");
      ASSERT_EQ(runs.size(), 15u);
      ASSERT_EQ(blocks.size(), 15u);
      for (std::size_t i = 0; i < 15; ++i) {
        EXPECT_EQ(as_integer(at(runs[i], "instance")), static_cast<std::int64_t>(i + 1));
        EXPECT_EQ(as_integer(at(runs[i], "evals")), 20);
        EXPECT_EQ(blocks[i].lines.front().at(0), "1");
        EXPECT_EQ(blocks[i].lines.back().at(0), "20");
        const Value& best = at(runs[i], "best");
        EXPECT_EQ(as_reals(at(best, "x")).size(),
                  static_cast<std::size_t>(as_integer(at(scenario, "dimension"))));
        EXPECT_GE(as_real(at(best, "y")), 0);
      }
    }
  }
  EXPECT_EQ(as_text(at(json_from(text("random/IOHprofiler_f8_Rosenbrock.json")), "function_name")),
            "Rosenbrock");
}

TEST_F(Export, TakesAnyObjectiveForIohAnalyzer) {
  run({"--objective", "branin,hpo6,sphere?dim=3,sphere?dim=5,tabular/digits-mlp", "--method",
       "random,asha", "--seeds", "2", "--trials", "10"});
  export_folder("ioh", "warning: 2 cells are left out: a scheduler stopped trials");
  const Value index = json_from(text("random/IOHprofiler_f3_sphere.json"));
  EXPECT_EQ(as_text(at(index, "suite")), "sweep-bench");
  EXPECT_EQ(as_integer(at(index, "function_id")), 3);
  EXPECT_EQ(as_list(at(index, "scenarios")).size(), 2u);
  EXPECT_TRUE(fs::exists(out_ + "/random/IOHprofiler_f4_tabular_digits-mlp.json"));
  EXPECT_TRUE(fs::exists(out_ + "/asha/IOHprofiler_f1_branin.json"));
  EXPECT_FALSE(fs::exists(out_ + "/asha/IOHprofiler_f4_tabular_digits-mlp.json"));
}

}  // namespace sweep::exported::export_ioh_test
