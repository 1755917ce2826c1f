#include "bench/plan/plan_outcome.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "bench/plan/plan_sections.hpp"
#include "bench/reports/section_json.hpp"

namespace sweep::plan_outcome_test {

constexpr int kSeeds = 20;

/// Twenty cells, whose losses lie about `loss` by the seed in the same way for every choice, and
/// a bit otherwise.
PlannedCells planned(const char* searcher, double loss, double seconds, std::uint64_t workers = 1) {
  PlannedCells cells{{searcher, "none", 10, workers}, {}};
  for (int seed = 0; seed < kSeeds; ++seed) {
    CellResult cell;
    cell.incumbent_loss = loss + 0.01 * seed + 1e-4 * std::sin(loss * 1000 + seed);
    cell.use.seconds = seconds;
    cell.use.steps = 50;
    cell.use.full_steps = 100;
    cells.cells.push_back(cell);
  }
  return cells;
}

TEST(PlanVerdict, CountsHoursOfAllWorkersAndTheirPrice) {
  const std::vector<PlannedCells> all = {planned("a", 1, 1800, 4)};
  const PlanVerdict verdict = plan_verdict(all, {2, 2.5});
  const PlanRow& row = verdict.rows.front();
  EXPECT_DOUBLE_EQ(row.hours, 1);
  EXPECT_DOUBLE_EQ(row.worker_hours, 4);
  EXPECT_DOUBLE_EQ(row.price.value(), 10);
  EXPECT_DOUBLE_EQ(row.saved, 0.5);
  EXPECT_EQ(row.loss.n, 20U);
  EXPECT_FALSE(plan_verdict(all, {}).rows.front().price.has_value());
}

TEST(PlanVerdict, AdvisesTheCheapestOfThoseThatAreAsGood) {
  const std::vector<PlannedCells> all = {planned("best", 1, 900), planned("cheap", 1, 100),
                                         planned("worse", 2, 10)};
  const PlanVerdict verdict = plan_verdict(all, {});
  EXPECT_EQ(verdict.as_good, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(verdict.advised, 1U);
  ASSERT_TRUE(verdict.next.has_value());
  EXPECT_EQ(*verdict.next, 2U);
  EXPECT_NEAR(verdict.rows[2].behind.shift.value, 1, 1e-3);
  EXPECT_LT(verdict.rows[2].behind.p, 1e-5);
}

TEST(PlanVerdict, IsNotSureOfFewSeeds) {
  std::vector<PlannedCells> all = {planned("best", 1, 900), planned("cheap", 1.001, 100)};
  EXPECT_EQ(plan_verdict(all, {}).advised, 0U);
  for (PlannedCells& one : all) one.cells.resize(4);
  const PlanVerdict verdict = plan_verdict(all, {});
  EXPECT_EQ(verdict.advised, 1U);
  EXPECT_FALSE(verdict.rows[1].behind.shift.lo.has_value());
}

TEST(PlanVerdict, TakesCellsWithoutALossForTheWorst) {
  std::vector<PlannedCells> all = {planned("fails", 0, 1), planned("works", 5, 100)};
  for (CellResult& cell : all[0].cells) {
    cell.best_loss = cell.incumbent_loss = std::numeric_limits<double>::quiet_NaN();
  }
  const PlanVerdict verdict = plan_verdict(all, {});
  EXPECT_EQ(verdict.advised, 1U);
  EXPECT_EQ(verdict.as_good, (std::vector<std::size_t>{1}));
  all.pop_back();
  EXPECT_EQ(plan_verdict(all, {}).advised, 0U);
}

// Twenty seeds of two choices that draw nothing at random are one observation.
TEST(PlanVerdict, CountsOutcomesWithoutVarianceOnce) {
  std::vector<PlannedCells> all = {planned("best", 1, 900), planned("cheap", 2, 100)};
  for (PlannedCells& one : all) {
    for (CellResult& cell : one.cells) cell.incumbent_loss = one.cells[0].incumbent_loss;
  }
  const LossDifference once = loss_difference(all[1], all[0]);
  EXPECT_EQ(once.shift.n, 1U);
  EXPECT_EQ(once.p, 0.5);
  EXPECT_EQ(plan_verdict(all, {}).advised, 1U);
  all[0].cells[3].incumbent_loss += 0.1;  // one of them varies
  EXPECT_EQ(loss_difference(all[1], all[0]).shift.n, 20U);
}

// What rounding keeps apart is no rank of its own: twice 0.3 - 0.1 and 0.2 tie.
TEST(PlanVerdict, TiesDifferencesThatOnlyRoundingKeepsApart) {
  std::vector<PlannedCells> all = {planned("a", 1, 900), planned("b", 1, 100)};
  const double losses[][2] = {{0.1, 0.3}, {0.4, 0.2}, {0.1, 0.3}, {0.4, 0.2}};
  for (PlannedCells& one : all) one.cells.resize(4);
  for (std::size_t i = 0; i < 4; ++i) {
    all[0].cells[i].incumbent_loss = losses[i][0];
    all[1].cells[i].incumbent_loss = losses[i][1];
  }
  EXPECT_EQ(loss_difference(all[0], all[1]).p, loss_difference(all[1], all[0]).p);
}

TEST(PlanAnswer, SaysOneSentenceAndARowForEachChoice) {
  const std::vector<PlannedCells> all = {planned("best", 1, 7200), planned("cheap", 1, 3600),
                                         planned("worse", 2, 360)};
  const PlanVerdict verdict = plan_verdict(all, {1, 2.5});
  const PlanAnswer answer = plan_answer(verdict, std::pair{std::size_t{2}, verdict.rows[2].behind});
  EXPECT_EQ(answer.sentence.find("Take cheap, 10 runs on 1 worker: loss 1.095 ["), 0U)
      << answer.sentence;
  EXPECT_NE(answer.sentence.find("after 1 h for 2.5."), std::string::npos) << answer.sentence;
  EXPECT_NE(answer.sentence.find("The next, worse, 10 runs on 1 worker, is worse"),
            std::string::npos)
      << answer.sentence;
  EXPECT_NE(answer.sentence.find("What the file says, worse, 10 runs on 1 worker"),
            std::string::npos)
      << answer.sentence;
  ASSERT_EQ(answer.table.rows.size(), 3U);
  for (const auto& row : answer.table.rows) EXPECT_EQ(row.size(), answer.table.columns.size());
  const std::string json = to_json(answer.json);
  EXPECT_EQ(json.find(R"({"advised": 1, "best": )"), 0U) << json;
  EXPECT_NE(to_json(Value(to_list(answer.table))).find(R"("mark": "file")"), std::string::npos);
}

}  // namespace sweep::plan_outcome_test
