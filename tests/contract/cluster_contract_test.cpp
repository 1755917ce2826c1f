#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/search/catalog.hpp"
#include "bench/run/runner.hpp"

namespace sweep::cluster_contract_test {

// What every searcher and every scheduler has to do on the simulated cluster.

constexpr const char* kCurve = "curve?diverge=0.1&of=branin&steps=9";

std::vector<std::string> with_each_scheduler() {
  std::vector<std::string> methods;
  for (const SchedulerRow& row : scheduler_catalog()) {
    methods.push_back("random+" + std::string(row.name));
  }
  return methods;
}

std::vector<std::string> all_methods() {
  std::vector<std::string> methods = with_each_scheduler();
  for (const SearcherRow& row : searcher_catalog()) {
    if (row.name != "random") methods.push_back(std::string(row.name) + "+hyperband");
  }
  return methods;
}

/// Every method on a cluster where everything goes wrong now and then.
Experiment troubled(std::vector<std::string> methods) {
  Experiment experiment;
  experiment.methods = std::move(methods);
  experiment.objectives = {kCurve};
  experiment.seeds = {1, 2};
  experiment.trials = 8;
  experiment.workers = 5;
  experiment.settings = {{"cluster.startup", "0.5"},
                         {"cluster.stragglers", "0.7"},
                         {"cluster.failures", "0.02"},
                         {"cluster.preemptions", "0.05"},
                         {"cluster.late", "0.3"}};
  experiment.record = RecordLevel::steps;
  return experiment;
}

std::map<Cell, CellResult> results(const PreparedExperiment& prepared, int threads) {
  std::vector<std::size_t> indices(prepared.cells().size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  std::map<Cell, CellResult> by_cell;
  run_cells(prepared, indices, threads, false,
            [&](std::size_t, CellResult&& result) { by_cell[result.cell] = std::move(result); });
  return by_cell;
}

TEST(EachMethodOnACluster, GivesTheSameBitsForAnyNumberOfThreads) {
  const PreparedExperiment prepared(troubled(all_methods()));
  const auto one = results(prepared, 1);
  for (const int threads : {2, 3, 7}) {
    const auto many = results(prepared, threads);
    for (const auto& [cell, result] : one) {
      EXPECT_EQ(many.at(cell).digest, result.digest) << cell.method << ", " << threads;
      EXPECT_EQ(many.at(cell).use.worker_seconds, result.use.worker_seconds) << cell.method;
    }
  }
}

TEST(EachMethodOnACluster, ReportsEachStepOnceInOrderAndCountsThem) {
  const PreparedExperiment prepared(troubled(all_methods()));
  for (const auto& [cell, result] : results(prepared, 2)) {
    std::map<TrialId, int> last_steps;
    std::uint64_t lost = 0;
    for (const Record& record : result.records) {
      EXPECT_EQ(record.step, ++last_steps[record.trial]) << cell.method;
      lost += std::isnan(record.loss) ? 1 : 0;
    }
    EXPECT_EQ(lost, result.failed) << cell.method;
    // What is reported was done, but for the step at which a trial was lost; a report that is late
    // may come to nothing.
    EXPECT_GE(result.use.steps + result.failed, result.records.size()) << cell.method;
    EXPECT_LE(result.use.steps, result.use.full_steps) << cell.method;
    EXPECT_LE(result.use.full_steps, 9 * result.trials) << cell.method;
    EXPECT_GE(result.use.full_steps, 9 * (result.trials - result.failed)) << cell.method;
    EXPECT_LE(result.use.worker_seconds, 5 * result.use.seconds * (1 + 1e-12)) << cell.method;
  }
}

// Even on a cluster, a searcher that needs no results proposes the same points beside any
// scheduler.
TEST(EachSchedulerOnACluster, IsOfferedTheSamePoints) {
  const PreparedExperiment prepared(troubled(with_each_scheduler()));
  std::map<std::pair<std::uint64_t, TrialId>, std::vector<double>> points;
  for (const auto& [cell, result] : results(prepared, 2)) {
    for (std::size_t i = 0; i < result.records.size(); ++i) {
      const std::vector<double> point(
          result.points.begin() + static_cast<std::ptrdiff_t>(2 * i),
          result.points.begin() + static_cast<std::ptrdiff_t>(2 * i + 2));
      const auto key = std::pair(cell.seed, result.records[i].trial);
      EXPECT_EQ(points.try_emplace(key, point).first->second, point) << cell.method;
    }
  }
}

TEST(EachSchedulerOnACluster, KeepsToTheBudgetOfSteps) {
  Experiment experiment = troubled(all_methods());
  experiment.settings.clear();
  experiment.objectives = {"curve?of=branin&steps=9"};
  const PreparedExperiment prepared(experiment);
  for (const auto& [cell, result] : results(prepared, 2)) {
    // The last job of each worker may begin with a step left, and end.
    EXPECT_LE(result.use.steps, 9 * 8 + 5 * 9) << cell.method;
    if (!result.exhausted) {
      EXPECT_GE(result.use.steps, 9 * 8 - 5 * 9) << cell.method;
    }
  }
}

}  // namespace sweep::cluster_contract_test
