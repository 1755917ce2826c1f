#include "bench/run/runner.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "algorithms/text/error.hpp"
#include "bench/results/digest.hpp"

namespace sweep::runner_test {

Experiment small_experiment() {
  Experiment experiment;
  experiment.methods = {"random", "grid"};
  experiment.objectives = {"x**3 + y", "branin", "hpo6", "sphere?fail=0.2&noise=0.1"};
  experiment.seeds = {1, 2, 3};
  experiment.trials = 40;
  return experiment;
}

using Indices = std::vector<std::size_t>;

Indices all_of(const PreparedExperiment& prepared) {
  Indices indices(prepared.cells().size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  return indices;
}

std::map<Cell, Digest> digests(const PreparedExperiment& prepared, const Indices& indices,
                               int threads) {
  std::map<Cell, Digest> by_cell;
  const std::atomic<bool> stop = false;
  run_cells(prepared, indices, threads, stop, [&](std::size_t index, CellResult&& result) {
    EXPECT_EQ(result.cell, prepared.cells()[index]);
    by_cell[result.cell] = result.digest;
  });
  return by_cell;
}

TEST(RunCells, GivesTheSameBitsForAnyNumberOfThreads) {
  const PreparedExperiment prepared(small_experiment());
  const auto one = digests(prepared, all_of(prepared), 1);
  ASSERT_EQ(one.size(), 24u);
  for (const int threads : {2, 3, 7, 8}) {
    EXPECT_EQ(digests(prepared, all_of(prepared), threads), one) << threads;
  }
}

TEST(RunCells, GivesTheSameBitsForAnyOrderAndAnyShare) {
  const PreparedExperiment prepared(small_experiment());
  const auto all = digests(prepared, all_of(prepared), 2);
  const Indices some = {23, 22, 17, 5, 8, 1, 0};
  const auto few = digests(prepared, some, 2);
  EXPECT_EQ(few.size(), some.size());
  for (const auto& [cell, digest] : few) EXPECT_EQ(digest, all.at(cell));
}

TEST(RunCells, DoesNotLetOneRowChangeAnother) {
  Experiment alone = small_experiment();
  alone.methods = {"grid"};
  alone.objectives = {"branin"};
  const PreparedExperiment small(alone);
  const PreparedExperiment large(small_experiment());
  const auto all = digests(large, all_of(large), 1);
  for (const auto& [cell, digest] : digests(small, all_of(small), 1)) {
    EXPECT_EQ(digest, all.at(cell));
  }
}

/// Adds up what it is told.
class Sums final : public CellWatch {
 public:
  void begun(std::size_t) override { ++cells; }
  void advanced(std::size_t index, std::uint64_t trials, double share) override {
    all += trials;
    shares[index] = share;
  }
  void ended(std::size_t) override { ++over; }

  std::atomic<std::uint64_t> cells = 0, over = 0, all = 0;
  std::array<double, 24> shares = {};
};

TEST(RunCells, TellsWhoWatchesOfEveryTrial) {
  const PreparedExperiment prepared(small_experiment());
  Sums sums;
  std::uint64_t trials = 0;
  run_cells(
      prepared, all_of(prepared), 2, false,
      [&](std::size_t, CellResult&& result) { trials += result.trials; }, &sums);
  EXPECT_EQ(sums.cells, 24u);
  EXPECT_EQ(sums.over, 24u);
  EXPECT_EQ(sums.all, trials);
}

TEST(RunCells, BeginsNothingOnceItIsStopped) {
  const PreparedExperiment prepared(small_experiment());
  const std::atomic<bool> stop = true;
  int finished = 0;
  run_cells(prepared, all_of(prepared), 2, stop, [&](std::size_t, CellResult&&) { ++finished; });
  EXPECT_EQ(finished, 0);
}

TEST(RunCells, ThrowsWhatTheFinishedCallThrows) {
  const PreparedExperiment prepared(small_experiment());
  const std::atomic<bool> stop = false;
  const auto fails = [](std::size_t, CellResult&&) { throw std::runtime_error("disk full"); };
  EXPECT_THROW(run_cells(prepared, all_of(prepared), 3, stop, fails), std::runtime_error);
}

TEST(RunCells, BeginsNothingMoreOnceSomethingHasThrown) {
  const PreparedExperiment prepared(small_experiment());
  const std::atomic<bool> stop = false;
  int finished = 0;
  const auto fails = [&](std::size_t, CellResult&&) {
    ++finished;
    throw std::runtime_error("disk full");
  };
  EXPECT_THROW(run_cells(prepared, all_of(prepared), 1, stop, fails), std::runtime_error);
  EXPECT_EQ(finished, 1);
}

TEST(RunCells, FinishesNothingMoreOnceItIsStopped) {
  const PreparedExperiment prepared(small_experiment());
  std::atomic<bool> stop = false;
  int finished = 0;
  run_cells(prepared, all_of(prepared), 1, stop, [&](std::size_t, CellResult&&) {
    ++finished;
    stop = true;
  });
  EXPECT_EQ(finished, 1);
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
  refused([](Experiment& e) {  // two million cells and eight
    e.seeds.resize(250'001);
    std::iota(e.seeds.begin(), e.seeds.end(), std::uint64_t{0});
  });
}

TEST(PreparedExperiment, LimitsWhatIsKeptOfACell) {
  Experiment experiment = small_experiment();
  experiment.objectives = {"branin"};
  constexpr std::uint64_t kMost = (std::uint64_t{1} << 30) / (8 * (2 + 3));
  for (const RecordLevel level : {RecordLevel::trials, RecordLevel::steps}) {
    experiment.record = level;
    experiment.trials = kMost;
    EXPECT_NO_THROW(PreparedExperiment{experiment});
    experiment.trials = kMost + 1;
    EXPECT_THROW(PreparedExperiment{experiment}, SpecError);
  }
  experiment.record = RecordLevel::best;
  EXPECT_NO_THROW(PreparedExperiment{experiment});
}

TEST(PreparedExperiment, EndsEarlyIfItIsStopped) {
  const std::atomic<bool> stop = true;
  const PreparedExperiment stopped(small_experiment(), stop);
  EXPECT_FALSE(stopped.is_complete());
  EXPECT_FALSE(stopped.cells().empty());
  EXPECT_TRUE(PreparedExperiment(small_experiment()).is_complete());
}

TEST(PreparedExperiment, FindsItsCells) {
  Experiment experiment = small_experiment();
  experiment.seeds = {30, 1, 20};
  const PreparedExperiment prepared(experiment);
  for (std::size_t i = 0; i < prepared.cells().size(); ++i) {
    EXPECT_EQ(prepared.index_of(prepared.cells()[i]), i);
  }
  EXPECT_FALSE(prepared.index_of({"bayes", "branin", 1}));
  EXPECT_FALSE(prepared.index_of({"grid", "ackley", 1}));
  EXPECT_FALSE(prepared.index_of({"grid", "branin", 2}));
  EXPECT_FALSE(prepared.index_of({"grid", "branin", 31}));
}

TEST(PreparedExperiment, LetsTheOptionsOfAMethodWin) {
  Experiment experiment = small_experiment();
  experiment.methods = {"grid?levels=2", "grid?levels=3", "grid"};
  experiment.objectives = {"branin"};
  experiment.settings = {{"grid.levels", "4"}};
  const PreparedExperiment prepared(experiment);
  const std::atomic<bool> stop = false;
  run_cells(prepared, all_of(prepared), 1, stop, [](std::size_t, CellResult&& result) {
    const std::string& method = result.cell.method;
    const std::uint64_t levels = method == "grid" ? 4 : method == "grid?levels=2" ? 2 : 3;
    EXPECT_EQ(result.trials, levels * levels) << method;
    EXPECT_TRUE(result.exhausted);
  });
}

TEST(Experiment, HasOneTextForAnyOrderOfItsLists) {
  Experiment a = small_experiment();
  Experiment b = a;
  std::reverse(b.methods.begin(), b.methods.end());
  std::reverse(b.objectives.begin(), b.objectives.end());
  std::reverse(b.seeds.begin(), b.seeds.end());
  EXPECT_EQ(to_text(a), to_text(b));
  EXPECT_NE(to_text(a).find("seeds: \"1..3\""), std::string::npos) << to_text(a);
  b.record = RecordLevel::steps;
  EXPECT_NE(to_text(a), to_text(b));
  EXPECT_EQ(text_of_results(a), text_of_results(b));
  b.trials = 41;
  EXPECT_NE(text_of_results(a), text_of_results(b));
}

}  // namespace sweep::runner_test
