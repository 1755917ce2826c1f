#include "bench/reports/ioh/ioh.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "algorithms/config/json.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/log_files.hpp"

namespace sweep::ioh_test {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

const std::vector<double> kPoint = {0.25, -3};

LoggedRun run_of(const std::vector<double>& values, std::optional<double> optimum = {}) {
  LoggedRun run{1, 7, optimum, values.size(), {}};
  for (std::size_t i = 0; i < values.size(); ++i) run.logged.push_back({i + 1, values[i], kPoint});
  return run;
}

TEST(IohBlock, ShowsStrictImprovementsAndTheEnd) {
  struct Row {
    const char* name;
    std::vector<double> values;
    const char* lines;
  };
  const std::vector<Row> rows = {
      {"one evaluation", {2.5}, "1 2.5000000000\n"},
      {"an improvement is the end", {2, 1}, "1 2.0000000000\n2 1.0000000000\n"},
      {"the end has its own value", {2, 1, 3}, "1 2.0000000000\n2 1.0000000000\n3 3.0000000000\n"},
      {"equal is no improvement",
       {2, 2, 2, 1, 1},
       "1 2.0000000000\n4 1.0000000000\n5 1.0000000000\n"},
      {"failed",
       {kNan, kInf, 1, kNan},
       "1 2000000000000000000000.0000000000\n3 1.0000000000\n4 "
       "2000000000000000000000.0000000000\n"},
      {"a failure is no improvement on a large loss",
       {1e217, kNan, 1e216, 5e20},
       "1 1000000000000000000000.0000000000\n4 500000000000000000000.0000000000\n"},
      {"nor on an infinite one",
       {kInf, kNan},
       "1 3000000000000000000000.0000000000\n2 3000000000000000000000.0000000000\n"},
      {"any loss is one on a failure",
       {kNan, 1e217, kNan, -1e308},
       "1 2000000000000000000000.0000000000\n2 1000000000000000000000.0000000000\n4 "
       "-1000000000000000000000.0000000000\n"},
      {"a depth without end is below all others",
       {-1e308, -kInf},
       "1 -1000000000000000000000.0000000000\n2 -3000000000000000000000.0000000000\n"},
      {"endless depth", {1, -kInf}, "1 1.0000000000\n2 -3000000000000000000000.0000000000\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(ioh_block(run_of(row.values)), std::string("evaluations raw_y\n") + row.lines)
        << row.name;
  }
}

TEST(IohBlock, IsRelativeToAKnownOptimum) {
  EXPECT_EQ(ioh_block(run_of({5, 4}, 3.5)), "evaluations raw_y\n1 1.5000000000\n2 0.5000000000\n");
}

TEST(IohIndex, NamesNoFailureAsTheBest) {
  const LoggedProblem problem{"own", 1, "f", 2};
  IohIndex index(problem, "m", "");
  index.begin(problem);
  index.add(run_of({1e217, kNan, 1e218}));
  EXPECT_NE(index.to_json().find("\"best\": {\"evals\": 1, \"y\": 1e+21,"), std::string::npos)
      << index.to_json();
}

TEST(IohBlock, EndsWithTheBestWhereTheEndIsNotThere) {
  LoggedRun run = run_of({5, 4});
  run.evaluations = 9;
  EXPECT_EQ(ioh_block(run), "evaluations raw_y\n1 5.0000000000\n2 4.0000000000\n9 4.0000000000\n");
}

Value json_of(const std::string& text) { return to_value(read_json(text, "index", {})); }

TEST(IohIndex, HasTheFieldsThatReadersNeed) {
  LoggedProblem problem{"bbob", 8, "Rosen\"brock", 2};
  IohIndex index(problem, "grid?levels=5", "a \"comment\"");
  index.begin(problem);
  index.add(run_of({5, 4, 6}, 3));
  index.add(run_of({1e-9}));
  problem.dimension = 5;
  index.begin(problem);
  index.add(run_of({kNan}));
  const Value json = json_of(index.to_json());
  EXPECT_EQ(as_text(at(json, "suite")), "BBOB");
  EXPECT_EQ(as_integer(at(json, "function_id")), 8);
  EXPECT_EQ(as_text(at(json, "function_name")), "Rosen\"brock");
  EXPECT_FALSE(as_bool(at(json, "maximization")));
  EXPECT_EQ(as_text(at(at(json, "algorithm"), "name")), "grid?levels=5");
  EXPECT_EQ(as_text(at(at(json, "algorithm"), "info")), "a \"comment\"");
  const List& scenarios = as_list(at(json, "scenarios"));
  ASSERT_EQ(scenarios.size(), 2u);
  EXPECT_EQ(as_text(at(scenarios[0], "path")), "data_f8_Rosen_brock/IOHprofiler_f8_DIM2.dat");
  EXPECT_EQ(as_integer(at(scenarios[1], "dimension")), 5);
  const List& runs = as_list(at(scenarios[0], "runs"));
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(as_integer(at(runs[0], "evals")), 3);
  EXPECT_EQ(as_integer(at(runs[0], "seed")), 7);
  EXPECT_EQ(as_integer(at(at(runs[0], "best"), "evals")), 2);
  EXPECT_EQ(as_real(at(at(runs[0], "best"), "y")), 1);
  EXPECT_EQ(as_reals(at(at(runs[0], "best"), "x")), kPoint);
  EXPECT_EQ(as_real(at(at(runs[1], "best"), "y")), 1e-9);
}

// ------------------------------------------------ against logs that IOHanalyzer's functions read
// --

const std::string kSamples = std::string(SWEEP_TEST_DATA) + "/golden/ioh-logs/";

LoggedRun sample_run(const LogBlock& block, const Value& in_index, const std::vector<double>& x) {
  LoggedRun run{static_cast<std::uint64_t>(as_integer(at(in_index, "instance"))),
                1,
                0.0,
                static_cast<std::uint64_t>(as_integer(at(in_index, "evals"))),
                {}};
  for (const auto& line : block.lines) {
    run.logged.push_back({std::stoull(line.at(0)), std::stod(line.at(1)), x});
  }
  return run;
}

// Returns the text of the data file that the writer makes of the sample's runs.
std::string expect_same_runs(const LoggedProblem& problem, const Value& scenario, IohIndex& index) {
  const std::string path = as_text(at(scenario, "path"));
  EXPECT_EQ(ioh_data_path(problem), path);
  const auto blocks = log_blocks(file_text(kSamples + path), "evaluations");
  const List& runs = as_list(at(scenario, "runs"));
  EXPECT_EQ(blocks.size(), runs.size());
  std::string data;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::vector<double> x = as_reals(at(at(runs[i], "best"), "x"));
    const LoggedRun run = sample_run(blocks[i], runs[i], x);
    data += ioh_block(run);
    index.add(run);
  }
  EXPECT_EQ(data, file_text(kSamples + path));
  return data;
}

void expect_same_fields(const Value& own, const Value& sample, const std::string& where) {
  if (const auto* map = sample.as<Map>()) {
    for (const Entry& entry : *map) {
      const std::string key = *entry.key.as<std::string>();
      const bool is_free = key == "info";
      ASSERT_TRUE(has(own, key)) << where << key;
      if (!is_free) expect_same_fields(at(own, key), entry.value, where + key + "/");
    }
  } else if (const auto* list = sample.as<List>()) {
    ASSERT_EQ(as_list(own).size(), list->size()) << where;
    for (std::size_t i = 0; i < list->size(); ++i) {
      expect_same_fields(as_list(own)[i], (*list)[i], fmt::format("{}{}/", where, i));
    }
  } else if (const auto* real = sample.as<double>()) {
    constexpr double kHalfADecimal = 0.5e-10;  // values come from the data file, with ten of them
    EXPECT_NEAR(as_real(own), *real, kHalfADecimal) << where;
  } else {
    EXPECT_EQ(canonical(own), canonical(sample)) << where;
  }
}

TEST(IohIndex, HasTheFieldsAndDataOfTheSamples) {
  for (const LoggedProblem& function :
       {LoggedProblem{"bbob", 1, "Sphere", 2}, LoggedProblem{"bbob", 8, "Rosenbrock", 2}}) {
    LoggedProblem problem = function;
    const Value sample = json_of(file_text(kSamples + ioh_index_path(problem)));
    IohIndex index(problem, "RS", "random search");
    for (const Value& scenario : as_list(at(sample, "scenarios"))) {
      problem.dimension = static_cast<std::size_t>(as_integer(at(scenario, "dimension")));
      index.begin(problem);
      EXPECT_NE(expect_same_runs(problem, scenario, index), "");
    }
    expect_same_fields(json_of(index.to_json()), sample, "");
  }
}

}  // namespace sweep::ioh_test
