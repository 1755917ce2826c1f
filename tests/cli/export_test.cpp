// Flat rows, and what export refuses, as a user meets them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>

#include "tests/cli/export_fixture.hpp"

namespace sweep::exported::export_test {

namespace fs = std::filesystem;

TEST_F(Export, WritesRowsForPandas) {
  run({"--objective", "hpo6,bbob/f8/d2/i3", "--seeds", "2", "--trials", "10", "--record",
       "trials"});
  const ProgramResult records = export_as({"csv"});
  EXPECT_EQ(records.exit_code, 0) << records.err;
  EXPECT_EQ(lines_in(records.out), 1u + 2 * 2 * 10);
  EXPECT_TRUE(records.out.starts_with(
      "method,objective,seed,trial,step,loss,state,seconds,steps,param.x0,param.x1,param."))
      << records.out.substr(0, 200);
  const ProgramResult file = export_as({"csv", "--out", out_});
  EXPECT_EQ(file.exit_code, 0) << file.err;
  EXPECT_EQ(file_text(out_), records.out);
  const ProgramResult cells = export_as({"jsonl", "--rows", "cells"});
  EXPECT_EQ(lines_in(cells.out), 4u);
  const Value row = json_from(cells.out.substr(0, cells.out.find('\n')));
  EXPECT_EQ(as_text(at(row, "family")), "bbob");
  EXPECT_EQ(as_integer(at(row, "instance")), 3);
  EXPECT_EQ(as_integer(at(row, "trials")), 10);
}

// The most steps that rows say of each cell.
std::map<std::string, std::int64_t> steps_by_cell(const std::string& lines) {
  std::map<std::string, std::int64_t> steps;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    const Value row = json_from(line);
    std::int64_t& most =
        steps[as_text(at(row, "method")) + std::to_string(as_integer(at(row, "seed")))];
    most = std::max(most, as_integer(at(row, "steps")));
  }
  return steps;
}

TEST_F(Export, CountsStepsOfRecordsAndOfCellsAlike) {
  run({"--method", "random,random+hyperband,random+asha", "--objective", "tabular/wine-forest",
       "--seeds", "2", "--trials", "12", "--workers", "3", "--record", "trials"});
  const auto of_records = steps_by_cell(export_as({"jsonl"}).out);
  EXPECT_EQ(of_records.size(), 6u);
  EXPECT_EQ(of_records, steps_by_cell(export_as({"jsonl", "--rows", "cells"}).out));
}

TEST_F(Export, SaysOfEachCellWhatItsObjectiveIs) {
  run({"--objective", "bbob/f1/d2/i3?fail=0.5,sphere?dim=4", "--seeds", "1", "--trials", "3"});
  const std::string rows = export_as({"csv", "--rows", "cells"}).out;
  EXPECT_NE(rows.find("\nrandom,bbob/f1/d2/i3?fail=0.5,1,bbob,1,2,3,3,"), std::string::npos)
      << rows;
  EXPECT_NE(rows.find("\nrandom,sphere?dim=4,1,,,4,,3,"), std::string::npos) << rows;
}

TEST_F(Export, CountsNoConstantAsADimension) {
  run({"--objective", "x + y", "--param", "x={min: 0.0, max: 1.0}", "--param", "y={value: 3}",
       "--seeds", "1", "--trials", "3"});
  const std::string rows = export_as({"csv", "--rows", "cells"}).out;
  EXPECT_NE(rows.find("\nrandom,x + y,1,,,1,,3,"), std::string::npos) << rows;
  export_folder("ioh");
  EXPECT_TRUE(fs::exists(out_ + "/random/data_f1_x_+_y/IOHprofiler_f1_DIM1.dat"));
}

// The space of an expression comes out of the store.
TEST_F(Export, KnowsTheParametersOfAnExpression) {
  run({"--objective", "lr * layers", "--param", "lr={min: 0.0, max: 1.0}", "--param",
       "layers={values: [16, 32]}", "--seeds", "1", "--trials", "2", "--record", "trials"});
  const ProgramResult rows = export_as({"jsonl"});
  ASSERT_EQ(rows.exit_code, 0) << rows.err;
  const Value param = at(json_from(rows.out.substr(0, rows.out.find('\n'))), "param");
  EXPECT_TRUE(at(param, "lr").as<double>());
  const std::int64_t layers = as_integer(at(param, "layers"));
  EXPECT_TRUE(layers == 16 || layers == 32) << layers;
}

TEST_F(Export, WritesNothingWhereSomethingIs) {
  run({"--objective", "bbob/f1/d2/i1", "--seeds", "1"});
  struct Row {
    const char* name;
    Words words;
    const char* part;
  };
  const std::string full = folder_.path("full");
  fs::create_directory(full);
  const std::string empty = folder_.path("empty");
  fs::create_directory(empty);
  const std::string file = folder_.write("full/file", "text");
  fs::create_directory(folder_.path("left.partial"));
  const std::vector<Row> rows = {
      {"a folder with a file", {"coco", "--out", full}, "the folder is not empty"},
      {"a file", {"csv", "--out", file}, "is there already"},
      {"a file in place of a folder", {"ioh", "--out", file}, "is there already"},
      {"a folder that is not there", {"csv", "--out", full + "/no/file"}, "there is no folder"},
      {"rows in a folder",
       {"csv", "--out", "."},
       ".: is a folder, expected the name of a new file"},
      {"rows in an empty folder", {"csv", "--out", empty}, "is a folder"},
      {"rows, named as a folder", {"csv", "--out", out_ + "/"}, "names a folder, expected"},
      {"below a file", {"coco", "--out", file + "/out"}, "there is no folder"},
      {"left by a killed one", {"coco", "--out", folder_.path("left")}, "left.partial"},
      {"an unknown format", {"cocoa", "--out", out_}, "did you mean \"coco\"?"},
      {"no place", {"coco"}, "needs --out PATH"},
      {"rows of logs", {"ioh", "--out", out_, "--rows", "cells"}, "--rows cells is for csv"},
      {"unknown rows", {"csv", "--rows", "steps"}, "expected records or cells"},
  };
  for (const Row& row : rows) {
    const std::string message = message_in_one_line(export_as(row.words), 2);
    EXPECT_NE(message.find(row.part), std::string::npos) << row.name << ": " << message;
  }
  EXPECT_EQ(file_text(file), "text");
  EXPECT_TRUE(fs::exists(folder_.path("left.partial")));
  message_in_one_line(run_program({"export", file, "--format", "csv"}), 2);
}

TEST_F(Export, TakesAnEmptyFolder) {
  run({"--objective", "bbob/f1/d2/i1", "--seeds", "1"});
  fs::create_directory(out_);
  export_folder("coco");
  EXPECT_EQ(files(), 5u);
}

TEST_F(Export, LeavesNothingOnAFullDisk) {
  run({"--objective", "bbob/f1/d2/i1-15", "--seeds", "1"});
  const std::string command = fmt::format("ulimit -f 4; {} export {} --format coco --out {} 2>{}",
                                          SWEEP_BENCH_BINARY, store_, out_, folder_.path("err"));
  EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 1);
  const std::string err = file_text(folder_.path("err"));
  EXPECT_NE(err.find("writing failed"), std::string::npos) << err;
  EXPECT_EQ(lines_in(err), 1u) << err;
  EXPECT_FALSE(fs::exists(out_));
  EXPECT_FALSE(fs::exists(out_ + ".partial"));
}

}  // namespace sweep::exported::export_test
