#include "bench/results/broken_cells.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "bench/session/session_results.hpp"

namespace sweep::broken_cells_test {

CellResult ended(const char* method, std::uint64_t seed, const char* failure) {
  CellResult result;
  result.cell = {method, "hpo6", seed};
  result.digest = {1, seed};
  result.failure = failure;
  return result;
}

TEST(BrokenCells, AreCountedByMethodAndObjectiveInAnyOrder) {
  const std::vector<CellResult> results = {ended("tpe", 4, "late"), ended("bayes", 2, "other"),
                                           ended("tpe", 3, "first"), ended("tpe", 1, ""),
                                           ended("tpe", 9, "last")};
  const std::vector<BrokenCells> broken = broken_cells(results);
  ASSERT_EQ(broken.size(), 2u);
  EXPECT_EQ(to_text(broken[0]), "bayes on hpo6: 1 cell broke, the first with seed 2: other");
  EXPECT_EQ(to_text(broken[1]), "tpe on hpo6: 3 cells broke, the first with seed 3: first");
}

TEST(BrokenCells, StandInTheirRowsOfTheAnswer) {
  List rows = {Map{{"method", "tpe"}, {"objective", "hpo6"}},
               Map{{"method", "tpe"}, {"objective", "branin"}}};
  add_broken(rows, broken_cells(std::vector{ended("tpe", 4, "no memory")}));
  EXPECT_EQ(
      to_json(rows),
      R"([{"method": "tpe", "objective": "hpo6", "broken": {"cells": 1, "reason": "no memory"}})"
      R"(, {"method": "tpe", "objective": "branin", "broken": null}])");
}

TEST(SessionResults, HaveAHashOfTheExperimentOnlyIfNoCellBroke) {
  const std::vector<CellResult> results = {ended("tpe", 1, ""), ended("tpe", 2, "")};
  const std::string hash = result_hash(results);
  EXPECT_EQ(result_hash_text(results, 2), "result hash " + hash);
  EXPECT_EQ(result_hash_text(results, 3), "result hash " + hash + " of 2 of 3 cells");
  EXPECT_EQ(to_json(result_hash_json(results, 2)), "\"" + hash + "\"");
  EXPECT_TRUE(result_hash_json(results, 3).is_null());
}

TEST(SessionResults, HoldBrokenCellsApart) {
  SessionResults results(3);
  results.put(2, ended("tpe", 3, ""));
  results.put(1, ended("tpe", 2, "no memory"));
  EXPECT_EQ(results.finished(), 1u);
  EXPECT_FALSE(results.is_over());
  EXPECT_EQ(results.missing(), std::vector<std::size_t>{0});
  results.put(0, ended("tpe", 1, ""));
  EXPECT_TRUE(results.is_over());
  EXPECT_EQ(results.broken().size(), 1u);
  const std::vector<CellResult> finished = std::move(results).take_finished();
  ASSERT_EQ(finished.size(), 2u);
  EXPECT_EQ(finished[0].cell.seed, 1u);
  EXPECT_EQ(finished[1].cell.seed, 3u);
}

TEST(ResultHash, DependsOnTheCellsAndNotOnTheirOrder) {
  const CellResult a = ended("tpe", 1, "");
  const CellResult b = ended("tpe", 2, "");
  EXPECT_EQ(result_hash(std::vector{a, b}), result_hash(std::vector{b, a}));
  EXPECT_NE(result_hash(std::vector{a, b}), result_hash(std::vector{a}));
}

}  // namespace sweep::broken_cells_test
