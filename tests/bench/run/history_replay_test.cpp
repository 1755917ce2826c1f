#include "bench/run/history_replay.hpp"

#include <gtest/gtest.h>

#include "algorithms/schedule/catalog.hpp"

namespace sweep::history_replay_test {

// Nine runs of nine steps, each at a level of its own.
std::vector<RecordedRun> levels() {
  std::vector<RecordedRun> runs;
  for (const double level : {5, 3, 8, 1, 9, 2, 7, 4, 6}) {
    RecordedRun run;
    for (int step = 1; step <= 9; ++step) run.reports.push_back({step, level + 1.0 / step});
    runs.push_back(run);
  }
  return runs;
}

std::vector<int> steps_under(const char* name, const Settings& settings,
                             const std::vector<RecordedRun>& runs, std::size_t workers = 9) {
  std::vector<int> steps;
  for (const ReplayedRun& run :
       replay_history(make_scheduler(name, {longest(runs)}, settings), runs, workers)) {
    steps.push_back(run.steps);
  }
  return steps;
}

TEST(HistoryReplay, TakesEveryStepWithoutAScheduler) {
  EXPECT_EQ(steps_under("none", {}, levels()), std::vector<int>(9, 9));
}

TEST(HistoryReplay, HalvesAsTheBracketSays) {
  const std::vector<int> expected = {1, 3, 1, 9, 1, 3, 1, 1, 1};
  EXPECT_EQ(steps_under("sha", {}, levels()), expected);
  EXPECT_EQ(steps_under("asha", {}, levels()), expected);
}

TEST(HistoryReplay, CountsAPausedRunThatIsNeverTakenUpAsStopped) {
  const auto runs = levels();
  const auto replayed = replay_history(make_scheduler("sha", {9}, {}), runs, 9);
  for (std::size_t i = 0; i < runs.size(); ++i) EXPECT_EQ(replayed[i].stopped, i != 3) << i;
  EXPECT_EQ(to_text(replayed[5].reason), "rung 2: rank 2 of 3, the best 1 go on");
}

TEST(HistoryReplay, TellsTheSchedulerWhenARunEnds) {
  auto runs = levels();
  for (const std::size_t run : {0, 1, 2, 3}) runs[run].reports.resize(2);
  runs[3].end = TrialState::failed;
  // Complete at step 2: levels 5, 3, 8; their median there is 5.5, and there is none at later
  // steps.
  const Settings settings{{"n_startup_trials", "3"}};
  EXPECT_EQ(steps_under("median", settings, runs), (std::vector{2, 2, 2, 2, 2, 9, 2, 9, 2}));
}

TEST(HistoryReplay, BeginsRunsAsWorkersComeFree) {
  const Settings settings{{"n_startup_trials", "1"}};
  EXPECT_EQ(steps_under("median", settings, levels(), 9), std::vector<int>(9, 9));
  // Medians before the runs with levels 3, 8, ..: 5, 4, 4, 3, 3, then 2.5.
  EXPECT_EQ(steps_under("median", settings, levels(), 1), (std::vector{9, 9, 1, 9, 1, 9, 1, 1, 1}));
  for (const std::size_t workers : {1, 2, 8}) {
    EXPECT_EQ(steps_under("none", {}, levels(), workers), std::vector<int>(9, 9));
    EXPECT_EQ(steps_under("sha", {{"overlap", "false"}}, levels(), workers),
              (std::vector{1, 3, 1, 9, 1, 3, 1, 1, 1}));
  }
}

TEST(HistoryReplay, FollowsStepsWithGaps) {
  std::vector<RecordedRun> runs = {{{{4, 1.0}, {8, 1.0}}}, {{{1, 5.0}, {9, 5.0}}}};
  EXPECT_EQ(steps_under("threshold", {{"upper", "2"}}, runs), (std::vector{8, 1}));
}

TEST(HistoryReplay, RanksCompletedRunsByTheirLastLoss) {
  auto runs = levels();
  runs[5].end = TrialState::failed;
  EXPECT_EQ(best_runs(runs, 3), (std::vector<std::size_t>{3, 1, 7}));
  EXPECT_EQ(best_runs(runs, 100).size(), 8u);
}

}  // namespace sweep::history_replay_test
