// Logs for cocopp as a user gets them: what export writes is read back, line by line.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <utility>

#include "bench/store/store.hpp"
#include "objectives/catalog.hpp"
#include "tests/cli/export_fixture.hpp"

namespace sweep::exported::export_coco_test {

namespace fs = std::filesystem;

// All lines of a run: numbers ascending from 1 to the end, the best value falling to the index's.
void expect_run(const LogBlock& block, const CocoEntry::Run& run, std::size_t columns) {
  std::uint64_t last = 0;
  double best = HUGE_VAL;
  for (const auto& line : block.lines) {
    ASSERT_EQ(line.size(), columns);
    EXPECT_GT(std::stoull(line[0]), last);
    last = std::stoull(line[0]);
    EXPECT_EQ(line[1], "0");
    EXPECT_LE(std::stod(line[2]), best);
    best = std::stod(line[2]);
    EXPECT_GE(best, 0);
    EXPECT_LE(std::stod(line[4]), std::stod(line[3]));
  }
  EXPECT_EQ(block.lines.front()[0], "1");
  EXPECT_EQ(last, run.evaluations);
  EXPECT_EQ(fmt::format("{:.1e}", best), run.precision);
}

TEST_F(Export, WritesTheWholeSuiteForCocopp) {
  run({"--objective", "bbob/f1-24/d2,5/i1-15", "--method", "random", "--trials", "20D", "--seeds",
       "1"});
  export_folder("coco");
  EXPECT_EQ(files(), 24u + 24 * 2 * 4);
  for (int function = 1; function <= 24; ++function) {
    const auto entries = coco_entries(text(fmt::format("random/bbobexp_f{}.info", function)));
    ASSERT_EQ(entries.size(), 2u);
    for (const std::size_t i : {0u, 1u}) {
      const std::size_t dimension = i == 0 ? 2 : 5;
      const CocoEntry& entry = entries[i];
      EXPECT_EQ(entry.keys.at("funcId"), fmt::format("{}", function));
      EXPECT_EQ(entry.keys.at("DIM"), fmt::format("{}", dimension));
      EXPECT_EQ(entry.keys.at("suite"), "'bbob'");
      EXPECT_EQ(entry.keys.at("algId"), "'random'");
      EXPECT_TRUE(entry.comment.starts_with("% random; sweep-bench "));
      ASSERT_EQ(entry.runs.size(), 15u);
      const std::string data = "random/" + entry.data.substr(0, entry.data.size() - 4);
      const auto dat = log_blocks(text(data + ".dat"), "% f evaluations | ");
      const auto tdat = log_blocks(text(data + ".tdat"), "% f evaluations | ");
      EXPECT_EQ(log_blocks(text(data + ".rdat"), "% f evaluations | ").size(), 15u);
      EXPECT_EQ(log_blocks(text(data + ".mdat"), "% f evaluations | ").size(), 15u);
      ASSERT_EQ(dat.size(), 15u);
      ASSERT_EQ(tdat.size(), 15u);
      for (std::size_t k = 0; k < 15; ++k) {
        EXPECT_EQ(entry.runs[k].instance, k + 1);
        EXPECT_EQ(entry.runs[k].evaluations, 20 * dimension);
        expect_run(dat[k], entry.runs[k], 5 + dimension);
        expect_run(tdat[k], entry.runs[k], 5 + dimension);
      }
    }
  }
}

TEST_F(Export, RepeatsAnInstanceForEachSeed) {
  run({"--objective", "bbob/f3/d2/i2,4", "--method", "random,grid?levels=3", "--seeds", "3"});
  export_folder("coco");
  const auto entries = coco_entries(text("grid_levels_3/bbobexp_f3.info"));
  ASSERT_EQ(entries.at(0).runs.size(), 6u);
  const std::uint64_t instances[] = {2, 2, 2, 4, 4, 4};
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(entries[0].runs[i].instance, instances[i]);
    EXPECT_EQ(entries[0].runs[i].evaluations, 9u);  // the grid's end
  }
  EXPECT_TRUE(fs::exists(out_ + "/random/data_f3/bbobexp_f3_DIM2.mdat"));
}

// The columns that need no points are the same for a store of improvements as for one of trials.
TEST_F(Export, LosesNoTargetWithImprovementsOnly) {
  const Words experiment = {
      "--objective", "bbob/f1,8/d2,3/i1-2", "--method", "random", "--seeds", "2", "--trials",
      "200"};
  run(experiment);
  export_folder("coco");
  store_ = folder_.path("trials.db");
  run(joined(experiment, {"--record", "trials"}));
  const std::string best = std::exchange(out_, folder_.path("exact"));
  export_folder("coco");
  for (const char* file : {"bbobexp_f1.info", "data_f1/bbobexp_f1_DIM2.dat",
                           "data_f8/bbobexp_f8_DIM3.dat", "data_f8/bbobexp_f8_DIM3.rdat"}) {
    EXPECT_EQ(text(std::string("random/") + file), file_text(best + "/random/" + file)) << file;
  }
  const std::string tdat = "random/data_f8/bbobexp_f8_DIM3.tdat";
  const auto exact = log_blocks(text(tdat), "%");
  const auto known = log_blocks(file_text(best + "/" + tdat), "%");
  ASSERT_EQ(exact.size(), 4u);
  std::size_t different = 0;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    ASSERT_EQ(exact[i].lines.size(), known[i].lines.size());
    for (std::size_t k = 0; k < exact[i].lines.size(); ++k) {
      for (const std::size_t column : {0u, 1u, 2u, 4u}) {
        EXPECT_EQ(exact[i].lines[k][column], known[i].lines[k][column]);
      }
      different += exact[i].lines[k][3] != known[i].lines[k][3] ? 1 : 0;
    }
  }
  EXPECT_GT(different, 0u);
}

TEST_F(Export, LogsNoisyFunctionsWithoutTheirNoise) {
  const Words experiment = {"--objective", "bbob-noisy/f101/d2/i1", "--seeds", "1"};
  run(experiment);
  EXPECT_NE(message_in_one_line(export_as({"coco", "--out", out_}), 2).find("--record trials"),
            std::string::npos);
  EXPECT_FALSE(fs::exists(out_));
  store_ = folder_.path("trials.db");
  run(joined(experiment, {"--record", "trials"}));
  export_folder("coco");
  StoreReader reader(store_);
  CellResult cell = reader.cells().at(0);
  reader.read_records(cell);
  const Objective objective = make_objective("bbob-noisy/f101/d2/i1");
  const auto tdat = log_blocks(text("random/data_f101/bbobexp_f101_DIM2.tdat"), "%");
  for (const auto& line : tdat.at(0).lines) {
    const std::size_t trial = std::stoull(line[0]) - 1;
    const PointView point(cell.points.data() + 2 * trial, 2);
    EXPECT_EQ(line[3], fmt::format("{:+10.9e}", objective.exact_loss(point)));
    EXPECT_NE(line[3], fmt::format("{:+10.9e}", cell.records[trial].loss));
  }
}

TEST_F(Export, KeepsSuitesApart) {
  run({"--objective", "bbob/f1/d2/i1,bbob-boxed/f1/d2/i1", "--seeds", "1"});
  export_folder("coco");
  EXPECT_EQ(coco_entries(text("bbob/random/bbobexp_f1.info")).at(0).keys.at("suite"), "'bbob'");
  EXPECT_EQ(coco_entries(text("bbob-boxed/random/bbobexp_f1.info")).at(0).keys.at("suite"),
            "'bbob-boxed'");
}

TEST_F(Export, LeavesOutWhatCocoppDoesNotKnow) {
  run({"--objective", "bbob/f1/d2/i1,bbob/f1/d2/i1?noise=0.1,sphere", "--seeds", "2"});
  export_folder("coco", "warning: 4 cells are left out: with objectives not plainly of a suite");
  EXPECT_EQ(coco_entries(text("random/bbobexp_f1.info")).at(0).runs.size(), 2u);
}

TEST_F(Export, CountsASingleCellAsOne) {
  run({"--objective", "bbob/f1/d2/i1,sphere", "--seeds", "1"});
  export_folder("coco", "warning: 1 cell is left out: ");
}

TEST_F(Export, RefusesAStoreWithNothingForCocopp) {
  run({"--objective", "sphere", "--seeds", "1"});
  const std::string message = message_in_one_line(export_as({"coco", "--out", out_}), 2);
  EXPECT_NE(message.find("(bbob, bbob-boxed, bbob-mixint, bbob-noisy)"), std::string::npos)
      << message;
  EXPECT_FALSE(fs::exists(out_));
  EXPECT_FALSE(fs::exists(out_ + ".partial"));
}

}  // namespace sweep::exported::export_coco_test
