#include "bench/session/expected_time.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace sweep::expected_time_test {

/// Counts what it is told of.
struct Watcher final : CellObserver {
  void begin(std::size_t cells) override { all = cells; }
  void cell_ended() override { ++ended; }
  std::size_t all = 0;
  std::size_t ended = 0;
};

PreparedExperiment experiment_of(std::uint64_t trials) {
  Experiment experiment;
  experiment.methods = {"random"};
  experiment.objectives = {"sphere?dim=2"};
  experiment.seeds = {1, 2};
  experiment.trials = trials;
  return PreparedExperiment(experiment);
}

TEST(ExpectedTime, SaysOnceWhatTakesLong) {
  const PreparedExperiment prepared = experiment_of(kMostTrials);
  const std::atomic<bool> stop = false;
  std::vector<std::string> said;
  Watcher watcher;
  ExpectedTime time(
      {prepared, 1, stop}, [&](const std::string& text) { said.push_back(text); }, watcher);
  time.begin(2);
  time.cell_ended();
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].find("this takes about "), 0U) << said[0];
  EXPECT_NE(said[0].find(": 2 cells on 1 thread"), std::string::npos) << said[0];
  EXPECT_EQ(watcher.all, 2U);
  EXPECT_EQ(watcher.ended, 1U);
}

TEST(ExpectedTime, SaysNothingOfWhatIsSoonOverOrWasStopped) {
  for (const bool is_stopped : {false, true}) {
    const PreparedExperiment prepared = experiment_of(is_stopped ? kMostTrials : 300);
    const std::atomic<bool> stop = is_stopped;
    Watcher watcher;
    ExpectedTime time(
        {prepared, 1, stop}, [](const std::string& text) { FAIL() << text; }, watcher);
    time.begin(2);
    EXPECT_EQ(watcher.all, 2U);
  }
}

TEST(ExpectedTime, IsRough) {
  EXPECT_EQ(rough_duration(61), "1 min");
  EXPECT_EQ(rough_duration(7000), "117 min");
  EXPECT_EQ(rough_duration(10'000), "3 h");
  EXPECT_EQ(rough_duration(432'000), "5 days");
}

}  // namespace sweep::expected_time_test
