#include "bench/export/log_groups.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "algorithms/text/error.hpp"

namespace sweep::log_groups_test {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

CellResult cell_of(const char* method, const char* objective, std::uint64_t seed) {
  CellResult result;
  result.cell = {method, objective, seed};
  result.trials = 5;
  const double seconds = 5;
  result.use = {seconds, seconds, 5, 5, 0, 0};
  result.records = {{0, 1, 4, TrialState::completed, 1},
                    {2, 1, 3, TrialState::completed, 3},
                    {4, 1, 2, TrialState::completed, 5}};
  result.points = {1, 10, 3, 30, 5, 50};
  result.optimum = 1;
  return result;
}

ObjectiveInfo info_of(const char* name, const char* function_name, int dimension) {
  ObjectiveInfo info;
  info.name = name;
  info.function_name = function_name;
  info.dimension = dimension;
  info.is_noisy = false;
  return info;
}

const std::vector<Provenance> kBuilds = {{"11111111aa", "gcc", "A", "1", "", ""},
                                         {"22222222bb", "gcc", "A", "1", "", ""}};

TEST(LogGroups, KnowPlainMembersOnly) {
  ObjectiveInfo info = info_of("bbob/f8/d5/i1", "Rosenbrock", 5);
  EXPECT_FALSE(is_plain_member(info));
  info.family = "bbob";
  EXPECT_TRUE(is_plain_member(info));
  info.options = "?noise=0.1";
  EXPECT_FALSE(is_plain_member(info));
}

TEST(LogGroups, NumberFunctionsOfNoFamilyByTheirNames) {
  const std::vector<CellResult> cells = {
      cell_of("random", "x**3 + y", 2), cell_of("random", "x**3 + y", 1),
      cell_of("random", "sphere?dim=5", 1), cell_of("random", "sphere", 1),
      cell_of("grid", "sphere?dim=5&shift=3", 1)};
  const std::vector<ObjectiveInfo> objectives = {
      info_of("sphere", "sphere", 2), info_of("sphere?dim=5", "sphere", 5),
      info_of("sphere?dim=5&shift=3", "sphere?shift=3", 5), info_of("x**3 + y", "x**3 + y", 2)};
  const LogGroups all = log_groups(LogFormat::ioh, cells, objectives, kBuilds);
  ASSERT_EQ(all.groups.size(), 4u);
  EXPECT_EQ(all.groups[0].method, "grid");
  EXPECT_EQ(all.groups[0].problem.name, "sphere?shift=3");
  EXPECT_EQ(all.groups[0].problem.function, 2);
  EXPECT_EQ(all.groups[1].problem.name, "sphere");
  EXPECT_EQ(all.groups[1].problem.function, 1);
  EXPECT_EQ(all.groups[1].problem.dimension, 2u);
  EXPECT_EQ(all.groups[2].problem.function, 1);
  EXPECT_EQ(all.groups[2].problem.dimension, 5u);
  EXPECT_EQ(all.groups[3].problem.name, "x**3 + y");
  EXPECT_EQ(all.groups[3].problem.suite, "sweep-bench");
  ASSERT_EQ(all.groups[3].runs.size(), 2u);
  EXPECT_EQ(all.groups[3].runs[0].cell, 1u);  // by seed
}

TEST(LogGroups, LeaveOutWhatAFormatCannotHold) {
  std::vector<CellResult> cells = {cell_of("random", "sphere", 1), cell_of("asha", "branin", 1),
                                   cell_of("random", "branin", 1)};
  cells[1].use.stopped = 2;
  const std::vector<ObjectiveInfo> objectives = {info_of("branin", "branin", 2),
                                                 info_of("sphere", "sphere", 2)};
  const LogGroups coco = log_groups(LogFormat::coco, cells, objectives, kBuilds);
  EXPECT_EQ(coco.groups.size(), 0u);
  EXPECT_EQ(coco.unknown, 3u);
  const LogGroups ioh = log_groups(LogFormat::ioh, cells, objectives, kBuilds);
  EXPECT_EQ(ioh.groups.size(), 2u);
  EXPECT_EQ(ioh.unknown, 0u);
  EXPECT_EQ(ioh.stopped, 1u);
  const LogGroups unknown = log_groups(LogFormat::ioh, cells, {}, kBuilds);
  EXPECT_EQ(unknown.groups.size(), 0u);
  EXPECT_EQ(unknown.undescribed, 3u);
}

TEST(LogGroups, KeepSettingsAndBuildsApart) {
  std::vector<CellResult> cells = {cell_of("tpe", "sphere", 1), cell_of("tpe", "sphere", 2),
                                   cell_of("tpe", "sphere", 3),
                                   cell_of("tpe?candidates=8", "sphere", 3)};
  cells[0].method_key = cells[1].method_key = "tpe";
  cells[1].provenance = 1;
  cells[2].method_key = cells[3].method_key = "tpe?candidates=8";  // by a setting, and by its text
  const std::vector<ObjectiveInfo> objectives = {info_of("sphere", "sphere", 2)};
  const LogGroups all = log_groups(LogFormat::ioh, cells, objectives, kBuilds);
  ASSERT_EQ(all.groups.size(), 3u);
  EXPECT_EQ(all.groups[0].method, "tpe @ 11111111");
  EXPECT_EQ(all.groups[1].method, "tpe @ 22222222");
  EXPECT_EQ(all.groups[2].method, "tpe?candidates=8");
  EXPECT_EQ(all.groups[2].runs.size(), 2u);
}

TEST(LoggedRun, NumbersImprovementsByTheirTrials) {
  const CellResult cell = cell_of("random", "sphere", 9);
  const LoggedRun run = logged_run({3, 9, 0}, cell, {RecordLevel::best, true});
  EXPECT_EQ(run.instance, 3u);
  EXPECT_EQ(run.evaluations, 5u);
  EXPECT_FALSE(run.optimum);
  ASSERT_EQ(run.logged.size(), 3u);
  EXPECT_EQ(run.logged[1].number, 3u);
  EXPECT_EQ(run.logged[1].value, 3);
  EXPECT_EQ(run.logged[1].point[1], 30);
  const CellResult member = cell_of("random", "bbob/f8/d2/i3", 9);
  EXPECT_EQ(logged_run({3, 9, 0}, member, {RecordLevel::best, true, true}).optimum, 1);
}

TEST(LoggedRun, CountsTrialsInTheOrderOfTheirEnds) {
  CellResult cell = cell_of("random", "sphere", 9);
  cell.records = {{1, 1, 9, TrialState::completed, 1},
                  {1, 2, 8, TrialState::completed, 1},
                  {0, 1, kNan, TrialState::failed, 2},
                  {2, 2, 7, TrialState::completed, 3}};
  cell.points = {1, 1, 1, 1, 0, 0, 2, 2};
  cell.trials = 3;
  const LoggedRun run = logged_run({1, 9, 0}, cell, {RecordLevel::steps});
  ASSERT_EQ(run.logged.size(), 3u);
  EXPECT_EQ(run.logged[0].number, 1u);
  EXPECT_EQ(run.logged[0].value, 8);
  EXPECT_TRUE(std::isnan(run.logged[1].value));
  EXPECT_EQ(run.logged[2].number, 3u);
}

TEST(LoggedRun, RefusesWhatAStoreOfImprovementsDoesNotSay) {
  const auto message = [](const CellResult& cell, bool in_order) -> std::string {
    try {
      logged_run({1, 1, 0}, cell, {RecordLevel::best, in_order});
    } catch (const SpecError& error) {
      return error.what();
    }
    return "";
  };
  CellResult cell = cell_of("random", "sphere", 1);
  EXPECT_EQ(message(cell, false), "");  // one worker, a second each
  cell.use.worker_seconds = 9;
  EXPECT_EQ(message(cell, true), "");
  EXPECT_NE(message(cell, false).find("random on sphere, seed 1: "), std::string::npos);
  cell = cell_of("random", "sphere", 1);
  cell.records[0].trial = 1;
  EXPECT_NE(message(cell, true).find("first trial failed"), std::string::npos);
  cell.records.clear();
  cell.points.clear();
  EXPECT_NE(message(cell, true).find("first trial failed"), std::string::npos);
}

TEST(LoggedRun, LeavesOutTheNoise) {
  CellResult cell = cell_of("random", "bbob-noisy/f101/d2/i1", 9);
  for (Record& record : cell.records) record.exact = record.loss - 0.5;
  cell.records[1].loss = kNan;
  const LoggedRun run = logged_run({1, 9, 0}, cell, {RecordLevel::trials, true, true, true});
  ASSERT_EQ(run.logged.size(), 3u);
  EXPECT_EQ(run.logged[0].value, 3.5);
  EXPECT_TRUE(std::isnan(run.logged[1].value));
}

}  // namespace sweep::log_groups_test
