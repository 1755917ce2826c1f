#include "bench/reports/flat/flat_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "algorithms/config/json.hpp"
#include "tests/golden/vectors.hpp"

namespace sweep::flat_rows_test {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

SearchSpace mixed_space() {
  return SearchSpace({{"model/lr", Uniform(0, 1)},
                      {"layers", IntUniform(1, 9)},
                      {"opt", Categorical({Value("adam, \"w\""), Value(), Value(List{1, 2})})}});
}

CellResult result_of() {
  CellResult result;
  result.cell = {"grid?levels=5", "f(x, \"y\")", 3};
  result.trials = 4;
  result.best_loss = 0.1;
  result.incumbent_loss = kNan;
  result.records = {{0, 1, 0.1, TrialState::completed, 1, kNan, 27},
                    {1, 2, kNan, TrialState::failed, 2.5}};
  result.points = {1.0 / 3, 7, 0, 1e-300, 1, 1};
  return result;
}

std::string records_of(FlatFormat format, const CellResult& result, const SearchSpace& space,
                       const std::vector<std::string>& parameters) {
  std::string text;
  write_records(format, result, space, parameters, [&](std::string_view part) { text += part; });
  return text;
}

TEST(FlatRows, ListEveryParameterOnce) {
  const SearchSpace other({{"z", Uniform(0, 1)}, {"layers", Uniform(0, 1)}});
  EXPECT_EQ(parameter_names({{mixed_space(), other, mixed_space()}}),
            (std::vector<std::string>{"model/lr", "layers", "opt", "z"}));
}

TEST(FlatRows, EscapeTextsAndKeepAllDigits) {
  const std::vector<std::string> parameters = {"opt", "z", "model/lr", "layers", "a,b"};
  EXPECT_EQ(record_header(FlatFormat::csv, parameters),
            "method,objective,seed,trial,step,loss,state,seconds,steps,param.opt,param.z,"
            "param.model/lr,param.layers,\"param.a,b\"\n");
  EXPECT_EQ(records_of(FlatFormat::csv, result_of(), mixed_space(), parameters),
            "grid?levels=5,\"f(x, \"\"y\"\")\",3,0,1,0.1,completed,1.0,27,\"adam, \"\"w\"\"\",,"
            "0.3333333333333333,7,\n"
            "grid?levels=5,\"f(x, \"\"y\"\")\",3,1,2,nan,failed,2.5,,null,,1e-300,1,\n");
  CellResult third = result_of();
  third.points[2] = 2;
  EXPECT_NE(records_of(FlatFormat::csv, third, mixed_space(), parameters).find(",\"[1, 2]\",,"),
            std::string::npos);
}

TEST(FlatRows, WriteLinesOfJson) {
  EXPECT_EQ(record_header(FlatFormat::jsonl, {}), "");
  const std::string text = records_of(FlatFormat::jsonl, result_of(), mixed_space(), {});
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
  const Value row = to_value(read_json(text.substr(0, text.find('\n')), "row", {}));
  EXPECT_EQ(as_text(at(row, "objective")), "f(x, \"y\")");
  EXPECT_EQ(as_real(at(row, "loss")), 0.1);
  EXPECT_EQ(as_integer(at(row, "steps")), 27);
  EXPECT_EQ(as_real(at(at(row, "param"), "model/lr")), 1.0 / 3);
  EXPECT_EQ(as_integer(at(at(row, "param"), "layers")), 7);
  EXPECT_EQ(as_text(at(at(row, "param"), "opt")), "adam, \"w\"");
  EXPECT_NE(text.find("\"loss\": \"nan\", \"state\": \"failed\""), std::string::npos) << text;
  EXPECT_NE(text.find("\"steps\": null"), std::string::npos) << text;
}

TEST(FlatRows, HaveOneEntryPerColumnOfACell) {
  const FamilyLabel label{"bbob", 8, 15};
  const std::string header = cell_header(FlatFormat::csv);
  EXPECT_EQ(static_cast<std::size_t>(std::count(header.begin(), header.end(), ',')) + 1,
            cell_columns().size());
  const std::string row = cell_row(FlatFormat::csv, result_of(), {5, label, "3f2a91c0"});
  EXPECT_TRUE(
      row.starts_with("grid?levels=5,\"f(x, \"\"y\"\")\",3,bbob,8,5,15,4,0,,0,false,0.1,"
                      "nan,,0.0,"))
      << row;
  EXPECT_TRUE(row.ends_with(",grid?levels=5,3f2a91c0\n")) << row;
  const Value json =
      to_value(read_json(cell_row(FlatFormat::jsonl, result_of(), {5, {}, ""}), "row", {}));
  for (const FlatColumn& column : cell_columns()) {
    EXPECT_TRUE(has(json, column.name)) << column.name;
  }
  EXPECT_TRUE(at(json, "family").is_null());
  EXPECT_EQ(as_map(json).size(), cell_columns().size());
}

TEST(FlatRows, ComeInPieces) {
  CellResult result;
  result.cell = {"random", "x", 1};
  const SearchSpace space({{"x", Uniform(0, 1)}});
  for (TrialId id = 0; id < 10'000; ++id) {
    result.records.push_back({id, 1, 0.5, TrialState::completed, 1});
    result.points.push_back(0.25);
  }
  std::size_t pieces = 0;
  std::size_t rows = 0;
  write_records(FlatFormat::csv, result, space, {}, [&](std::string_view part) {
    ++pieces;
    EXPECT_TRUE(part.ends_with('\n'));
    rows += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
  });
  EXPECT_GT(pieces, 3u);
  EXPECT_EQ(rows, 10'000u);
}

}  // namespace sweep::flat_rows_test
