#include "bench/run/runner.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <map>

#include "algorithms/space/error.hpp"
#include "bench/results/digest.hpp"

namespace sweep {
namespace {

Experiment small_experiment() {
  Experiment experiment;
  experiment.methods = {"random", "grid"};
  experiment.objectives = {"x**3 + y", "branin", "hpo6", "sphere?fail=0.2&noise=0.1"};
  experiment.seeds = {1, 2, 3};
  experiment.trials = 40;
  return experiment;
}

std::map<Cell, Digest> digests(const PreparedExperiment& prepared, const std::vector<Cell>& cells,
                               int threads) {
  std::map<Cell, Digest> by_cell;
  const std::atomic<bool> stop = false;
  run_cells(prepared, cells, threads, stop,
            [&](CellResult& result) { by_cell[result.cell] = result.digest; });
  return by_cell;
}

TEST(RunCells, GivesTheSameBitsForAnyNumberOfThreads) {
  const PreparedExperiment prepared(small_experiment());
  const auto one = digests(prepared, prepared.cells(), 1);
  ASSERT_EQ(one.size(), 24u);
  for (const int threads : {2, 3, 7, 8}) {
    EXPECT_EQ(digests(prepared, prepared.cells(), threads), one) << threads;
  }
}

TEST(RunCells, GivesTheSameBitsForAnyOrderAndAnyShare) {
  const PreparedExperiment prepared(small_experiment());
  const auto all = digests(prepared, prepared.cells(), 2);
  std::vector<Cell> some(prepared.cells().rbegin(), prepared.cells().rbegin() + 7);
  for (const auto& [cell, digest] : digests(prepared, some, 2)) EXPECT_EQ(digest, all.at(cell));
}

TEST(RunCells, DoesNotLetOneRowChangeAnother) {
  Experiment alone = small_experiment();
  alone.methods = {"grid"};
  alone.objectives = {"branin"};
  const PreparedExperiment small(alone);
  const PreparedExperiment large(small_experiment());
  const auto all = digests(large, large.cells(), 1);
  for (const auto& [cell, digest] : digests(small, small.cells(), 1)) {
    EXPECT_EQ(digest, all.at(cell));
  }
}

TEST(RunCells, BeginsNothingOnceItIsStopped) {
  const PreparedExperiment prepared(small_experiment());
  const std::atomic<bool> stop = true;
  int finished = 0;
  const auto results =
      run_cells(prepared, prepared.cells(), 2, stop, [&](CellResult&) { ++finished; });
  EXPECT_EQ(finished, 0);
  EXPECT_TRUE(std::none_of(results.begin(), results.end(), [](const auto& r) { return r; }));
}

TEST(RunCells, ThrowsWhatTheFinishedCallThrows) {
  const PreparedExperiment prepared(small_experiment());
  const std::atomic<bool> stop = false;
  EXPECT_THROW(run_cells(prepared, prepared.cells(), 3, stop,
                         [](CellResult&) { throw std::runtime_error("disk full"); }),
               std::runtime_error);
}

TEST(PreparedExperiment, RefusesBeforeAnythingRuns) {
  const auto refused = [](auto change) {
    Experiment experiment = small_experiment();
    change(experiment);
    EXPECT_THROW(PreparedExperiment{experiment}, SpecError);
  };
  refused([](Experiment& e) { e.methods = {"gird"}; });
  refused([](Experiment& e) { e.methods = {"grid", "grid"}; });
  refused([](Experiment& e) { e.methods = {}; });
  refused([](Experiment& e) { e.methods = {"grid?levels=1e9"}; });
  refused([](Experiment& e) { e.objectives = {"brain"}; });
  refused([](Experiment& e) { e.settings = {{"bayes.xi", "0.1"}}; });
  refused([](Experiment& e) { e.settings = {{"grid.level", "3"}}; });
  refused([](Experiment& e) { e.settings = {{"levels", "3"}}; });
}

TEST(PreparedExperiment, LetsTheOptionsOfAMethodWin) {
  Experiment experiment = small_experiment();
  experiment.methods = {"grid?levels=2", "grid?levels=3", "grid"};
  experiment.objectives = {"branin"};
  experiment.settings = {{"grid.levels", "4"}};
  const PreparedExperiment prepared(experiment);
  const std::atomic<bool> stop = false;
  for (const auto& result : run_cells(prepared, prepared.cells(), 1, stop, [](CellResult&) {})) {
    const std::string& method = result->cell.method;
    const std::uint64_t levels = method == "grid" ? 4 : method == "grid?levels=2" ? 2 : 3;
    EXPECT_EQ(result->trials, levels * levels) << method;
    EXPECT_TRUE(result->exhausted);
  }
}

TEST(Experiment, HasOneTextForAnyOrderOfItsLists) {
  Experiment a = small_experiment();
  Experiment b = a;
  std::reverse(b.methods.begin(), b.methods.end());
  std::reverse(b.objectives.begin(), b.objectives.end());
  std::reverse(b.seeds.begin(), b.seeds.end());
  EXPECT_EQ(to_text(a), to_text(b));
  EXPECT_NE(to_text(a).find("seeds: \"1..3\""), std::string::npos) << to_text(a);
  b.trials = 41;
  EXPECT_NE(to_text(a), to_text(b));
}

}  // namespace
}  // namespace sweep
