#include "bench/run/cell.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <span>
#include <stdexcept>
#include <variant>
#include <vector>

#include "algorithms/schedule/none.hpp"
#include "algorithms/tuner/tuner.hpp"
#include "bench/run/cell_streams.hpp"
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

// The tuner, step by step, for what run_cell does by the block.
std::vector<double> losses_by_tuner(const PreparedExperiment& prepared, const Cell& cell) {
  const PreparedMethod& method = prepared.method(cell);
  const CellStreams streams(cell, method.searcher_text);
  const Objective& objective = prepared.objective(cell);
  Tuner tuner({method.make_searcher(), NoScheduler({1}, {}),
               Budget(BudgetUnit::trials, prepared.trials(cell), 1), streams.trials});
  std::vector<double> losses;
  for (auto next = tuner.next(); auto* job = std::get_if<Job>(&next); next = tuner.next()) {
    losses.push_back(objective.loss(job->point, 1, streams.noise.child(job->trial)));
    tuner.report(job->trial, {1, losses.back()});
  }
  return losses;
}

TEST(RunCell, AsksBlocksAsTheTunerAsksOneByOne) {
  for (const char* method : {"random", "grid?levels=6", "grid?random_order=true"}) {
    Experiment experiment;
    experiment.methods = {method};
    experiment.objectives = {"sphere?noise=0.1&dim=3"};
    experiment.seeds = {7};
    experiment.trials = 700;  // more than the grid has, and no whole number of blocks
    experiment.record = RecordLevel::trials;
    const PreparedExperiment prepared(experiment);
    const Cell& cell = prepared.cells().front();
    const CellResult by_block = *run_cell(prepared, cell, false);
    std::vector<double> losses;
    for (const Record& record : by_block.records) losses.push_back(record.loss);
    EXPECT_EQ(losses, losses_by_tuner(prepared, cell)) << method;
  }
}

TEST(RunCell, KeepsTheLossWithoutNoise) {
  for (const char* objective : {"sphere?noise=0.3", "sphere", "curve?of=sphere&noise=0.3"}) {
    const Objective made = make_objective(objective);
    const CellResult result = run_one("random", objective, 20, RecordLevel::trials);
    ASSERT_EQ(result.records.size(), 20u);
    const std::size_t width = made.space().size();
    for (std::size_t i = 0; i < 20; ++i) {
      const PointView point = std::span(result.points).subspan(i * width, width);
      EXPECT_EQ(result.records[i].exact, made.exact_loss(point)) << objective;
    }
  }
  for (const Record& record : run_one("random", "sphere?fail=1", 3, RecordLevel::trials).records) {
    EXPECT_TRUE(std::isnan(record.exact));
  }
}

/// Breaks when it is asked for the third time.
struct Breaking {
  Proposal ask(TrialId id, const Stream&) {
    if (id == 2) throw std::runtime_error("the line is dead");
    return Point{{0.5, 0.5}};
  }
  void tell(const Trial&) {}
};

TEST(RunCell, EndsAsFailedWhenTheSearcherBreaks) {
  Experiment experiment;
  experiment.methods = {"random"};
  experiment.objectives = {"branin"};
  experiment.seeds = {1};
  const PreparedExperiment prepared(experiment);
  const Cell& cell = prepared.cells().front();
  PreparedMethod method = prepared.method(cell);
  method.make_searcher = [] { return Breaking(); };
  const CellResult result = *run_cell(prepared, cell, method, false);
  EXPECT_EQ(result.failure, "the line is dead");
  EXPECT_EQ(result.trials, 2u);
  method.make_searcher = []() -> Searcher { throw std::runtime_error("no such program"); };
  EXPECT_EQ(run_cell(prepared, cell, method, false)->failure, "no such program");
  EXPECT_EQ(run_cell(prepared, cell, false)->failure, "");
}

}  // namespace sweep::cell_test
