#include "bench/run/cell.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <span>

#include "objectives/catalog.hpp"

namespace sweep::cell_test {

CellResult run_one(const std::string& method, const std::string& objective, std::uint64_t trials,
                   RecordLevel record = RecordLevel::best, std::uint64_t seed = 1) {
  Experiment experiment;
  experiment.methods = {method};
  experiment.objectives = {objective};
  experiment.seeds = {seed};
  experiment.trials = trials;
  experiment.record = record;
  const PreparedExperiment prepared(experiment);
  const std::atomic<bool> stop = false;
  return *run_cell(prepared, prepared.cells().front(), stop);
}

PointView last_point(const CellResult& result) {
  return std::span(result.points).last(result.points.size() / result.records.size());
}

TEST(RunCell, KeepsTheTrialsThatImprove) {
  const CellResult result = run_one("random", "branin", 1000);
  ASSERT_FALSE(result.records.empty());
  EXPECT_EQ(result.records.front().trial, 0u);
  for (std::size_t i = 1; i < result.records.size(); ++i) {
    EXPECT_LT(result.records[i].loss, result.records[i - 1].loss);
    EXPECT_GT(result.records[i].trial, result.records[i - 1].trial);
  }
  EXPECT_EQ(result.records.back().loss, result.best_loss);
  EXPECT_EQ(result.points.size(), 2 * result.records.size());
}

TEST(RunCell, KeepsEveryTrialWhenAsked) {
  const CellResult all = run_one("random", "branin", 600, RecordLevel::trials);
  ASSERT_EQ(all.records.size(), 600u);
  for (std::size_t i = 0; i < 600; ++i) EXPECT_EQ(all.records[i].trial, i);
  // What is kept changes nothing of what happened.
  EXPECT_EQ(all.digest, run_one("random", "branin", 600).digest);
}

TEST(RunCell, CountsFailedTrials) {
  const CellResult result = run_one("random", "sphere?fail=0.25", 10'000);
  const double deviation = std::sqrt(10'000 * 0.25 * 0.75);
  EXPECT_NEAR(static_cast<double>(result.failed), 2500, 5 * deviation);
  EXPECT_FALSE(std::isnan(result.best_loss));
  const CellResult hopeless = run_one("random", "sphere?fail=1", 10);
  EXPECT_EQ(hopeless.failed, 10u);
  EXPECT_TRUE(std::isnan(hopeless.best_loss));
}

TEST(RunCell, EndsWhenTheSearcherHasNothingLeft) {
  const CellResult result = run_one("grid?levels=3", "branin", 1000);
  EXPECT_EQ(result.trials, 9u);
  EXPECT_TRUE(result.exhausted);
  EXPECT_EQ(result.duplicates, 0u);
  EXPECT_FALSE(run_one("grid?levels=3", "branin", 9).exhausted);
}

TEST(RunCell, MeetsTheSameNoiseUnderEveryMethod) {
  const auto noise = [](const std::string& method) {
    const CellResult result = run_one(method, "sphere?noise=1", 9, RecordLevel::trials);
    const Objective sphere = make_objective("sphere");
    std::vector<double> all;
    for (std::size_t i = 0; i < result.records.size(); ++i) {
      const PointView point = std::span(result.points).subspan(2 * i, 2);
      all.push_back(result.records[i].loss - sphere.loss(point, 1, Stream(0)));
    }
    return all;
  };
  const std::vector<double> of_random = noise("random");
  const std::vector<double> of_grid = noise("grid");
  ASSERT_EQ(of_random.size(), of_grid.size());
  // Losses are below 100, so that adding the noise and taking the loss off again rounds by 1e-14.
  for (std::size_t i = 0; i < of_grid.size(); ++i) EXPECT_NEAR(of_random[i], of_grid[i], 1e-13);
  EXPECT_GT(std::abs(of_random[0]), 1e-6);
}

TEST(RunCell, TakesTheNoiseOffTheIncumbentLoss) {
  for (const char* objective : {"sphere?noise=1", "sphere?noise=1&fail=0.5&shift=3&rotate=1"}) {
    int lucky = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const CellResult result = run_one("random", objective, 400, RecordLevel::best, seed);
      EXPECT_GE(result.incumbent_loss, result.optimum.value()) << objective;
      const double exact = make_objective(objective).exact_loss(last_point(result));
      EXPECT_EQ(result.incumbent_loss, exact);
      lucky += result.best_loss < result.optimum.value() ? 1 : 0;
    }
    EXPECT_GT(lucky, 0) << objective;  // or the noise would not matter
  }
}

TEST(RunCell, HasTheObservedLossAsIncumbentWithoutNoise) {
  for (const char* objective :
       {"branin", "hpo6", "sphere?fail=0.5", "x**3 + y", "ackley?shift=3"}) {
    for (const char* method : {"random", "grid"}) {
      const CellResult result = run_one(method, objective, 100);
      EXPECT_EQ(result.incumbent_loss, result.best_loss) << objective;
    }
  }
  EXPECT_TRUE(std::isnan(run_one("random", "sphere?fail=1", 10).incumbent_loss));
}

TEST(RunCell, DependsOnItsSeed) {
  EXPECT_NE(run_one("random", "branin", 5, RecordLevel::best, 1).digest,
            run_one("random", "branin", 5, RecordLevel::best, 2).digest);
}

TEST(RunCell, TimesEverySuggestion) {
  const CellResult result = run_one("random", "branin", 1000);
  EXPECT_EQ(result.timing.suggest.count(), 1000u);
  EXPECT_GT(result.timing.searcher_seconds, 0);
}

}  // namespace sweep::cell_test
