#include "bench/run/simulation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <vector>

#include "algorithms/schedule/none.hpp"
#include "bench/run/cell_streams.hpp"

namespace sweep::simulation_test {

constexpr int kSteps = 4;

/// x in [0, 1] with the loss x + 1/step; a step costs `seconds`.
struct Falling {
  double seconds = 1;
  SearchSpace space_{{Parameter{"x", Uniform(0, 1)}}};

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] static double loss(PointView x, int step, const Stream&) {
    return x[0] + 1.0 / step;
  }
  [[nodiscard]] static int max_step() { return kSteps; }
  [[nodiscard]] double cost_seconds(PointView, int) const { return seconds; }
};

/// Proposes 1/1, 1/2, 1/3, ...; writes down what it is told.
struct Harmonic {
  std::vector<TrialId>* told;
  TrialId most = std::numeric_limits<TrialId>::max();

  Proposal ask(TrialId id, const Stream&) const {
    if (id >= most) return Exhausted{};
    return Point{{1 / static_cast<double>(id + 1)}};
  }
  void tell(const Trial& ended) const { told->push_back(ended.id); }
};

/// Starts whenever it may; decides by a function of (trial, step).
struct Scripted {
  std::function<Verdict(TrialId, int)> decide;
  std::vector<Resume> resumptions = {};
  std::size_t resumed = 0;
  int until = kSteps;

  Order next(std::optional<TrialId> fresh) {
    if (fresh) return Start{until};
    if (resumed < resumptions.size()) return resumptions[resumed++];
    return Wait{};
  }
  [[nodiscard]] Decision report(TrialId trial, int step, double) const {
    return {decide(trial, step), {}};
  }
  static void ended(TrialId, TrialState) {}
};

Scheduler never_stopping() { return NoScheduler({kSteps}, {}); }

struct Cluster {
  std::uint64_t trials = 6;
  std::uint64_t workers = 1;
  Scheduler scheduler = never_stopping();
  ClusterOptions cluster = {};
  TrialId most = 1000;
  BudgetUnit unit = BudgetUnit::trials;
  std::vector<TrialId> told = {};

  CellResult operator()() {
    const Objective objective = Falling{};
    const Cell cell{"m", "o", 1};
    const CellStreams streams(cell, "m");
    const Evaluator evaluator(objective, streams.noise);
    CellLog log(cell, 1, std::nullopt, RecordLevel::steps);
    Tuner tuner(
        {Harmonic{&told, most}, scheduler, Budget(unit, trials, kSteps), streams.trials, kSteps});
    Simulation simulation({std::move(tuner), evaluator, cluster, workers, streams.cluster}, log);
    EXPECT_TRUE(simulation.run(false));
    return log.finish();
  }
};

std::vector<int> steps_of(const CellResult& result, TrialId trial) {
  std::vector<int> steps;
  for (const Record& record : result.records) {
    if (record.trial == trial) steps.push_back(record.step);
  }
  return steps;
}

const std::vector<int> kAllSteps{1, 2, 3, 4};

TEST(Simulation, RunsOneTrialAfterTheOtherOnOneWorker) {
  Cluster run;
  const CellResult result = run();
  EXPECT_EQ(run.told, (std::vector<TrialId>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(result.use.seconds, 24);
  EXPECT_EQ(result.use.worker_seconds, 24);
  EXPECT_EQ(result.use.steps, 24u);
  EXPECT_EQ(result.use.full_steps, 24u);
  EXPECT_EQ(steps_of(result, 3), kAllSteps);
  EXPECT_EQ(result.best_loss, 1.0 / 6 + 1.0 / kSteps);
  ASSERT_EQ(result.trajectory.size(), 6u);
  EXPECT_EQ(result.trajectory[2], (Improvement{12, 1.0 / 3 + 1.0 / kSteps}));
}

TEST(Simulation, SharesTrialsAmongWorkersInTheOrderOfTheirIds) {
  Cluster run{.workers = 4};
  const CellResult result = run();
  EXPECT_EQ(run.told, (std::vector<TrialId>{0, 1, 2, 3, 4, 5}));
  EXPECT_EQ(result.use.seconds, 8);
  EXPECT_EQ(result.use.worker_seconds, 24);
}

TEST(Simulation, NeedsNoMoreWorkersThanTrials) {
  EXPECT_EQ((Cluster{.workers = 1000})().use.seconds, 4);
}

TEST(Simulation, StopsTrialsAndSaysWhatThatSpared) {
  const auto odd_ones_stop = [](TrialId trial, int step) {
    return trial % 2 == 1 && step == 2 ? Verdict::stop : Verdict::go_on;
  };
  Cluster run{.scheduler = Scripted{odd_ones_stop}};
  const CellResult result = run();
  EXPECT_EQ(steps_of(result, 1), (std::vector<int>{1, 2}));
  EXPECT_EQ(result.use.stopped, 3u);
  EXPECT_EQ(result.use.steps, 18u);
  EXPECT_EQ(result.use.seconds, 18);
  EXPECT_EQ(result.use.best_stopped, 2u);  // trials 5 and 3; 4 is the third
  EXPECT_EQ(result.best_loss, 1.0 / 5 + 1.0 / kSteps);
}

TEST(Simulation, BeginsMoreTrialsWithTheStepsThatWereSpared) {
  const auto all_stop = [](TrialId, int) { return Verdict::stop; };
  EXPECT_EQ((Cluster{.scheduler = Scripted{all_stop}})().trials, 6u);
  EXPECT_EQ((Cluster{.scheduler = Scripted{all_stop}, .unit = BudgetUnit::steps})().trials, 24u);
}

TEST(Simulation, ResumesAPausedTrialWhereItPaused) {
  const auto pause_at_two = [](TrialId, int step) {
    return step == 2 ? Verdict::pause : Verdict::go_on;
  };
  Cluster run{.scheduler = Scripted{pause_at_two, {{4, kSteps}, {1, kSteps}}, 0, 2}};
  const CellResult result = run();
  EXPECT_EQ(run.told, (std::vector<TrialId>{4, 1, 0, 2, 3, 5}));  // the rest stays paused
  EXPECT_EQ(steps_of(result, 4), kAllSteps);
  EXPECT_EQ(steps_of(result, 5), (std::vector<int>{1, 2}));
  EXPECT_EQ(result.use.seconds, 16);
  EXPECT_EQ(result.use.stopped, 4u);
}

TEST(Simulation, EndsWithTheSearcher) {
  const CellResult result = Cluster{.workers = 3, .most = 2}();
  EXPECT_EQ(result.trials, 2u);
  EXPECT_TRUE(result.exhausted);
}

TEST(Simulation, PaysForEachStart) {
  Cluster run{.cluster = {.startup = 10}};
  EXPECT_EQ(run().use.seconds, 6 * 14);
}

TEST(Simulation, LosesTrialsToFailures) {
  Cluster run{.trials = 500, .cluster = {.failures = 0.1}};
  const CellResult result = run();
  const double survives = std::pow(0.9, kSteps);
  EXPECT_NEAR(static_cast<double>(result.failed), 500 * (1 - survives),
              5 * std::sqrt(500 * survives * (1 - survives)));
  EXPECT_LT(result.use.seconds, 2000);
}

TEST(Simulation, SparesNothingWhereTrialsFail) {
  for (const double late : {0.0, 1.5}) {
    const CellResult result =
        Cluster{.trials = 100, .workers = 3, .cluster = {.failures = 0.1, .late = late}}();
    EXPECT_GT(result.failed, 0u);
    EXPECT_LT(result.use.full_steps, 400u) << late;
    EXPECT_EQ(result.use.steps, result.use.full_steps) << late;
  }
}

TEST(Simulation, ResumesPreemptedTrialsFromTheirLastStep) {
  Cluster run{.trials = 50, .workers = 3, .cluster = {.preemptions = 0.5}};
  const CellResult result = run();
  EXPECT_EQ(result.failed, 0u);
  EXPECT_EQ(result.use.steps, 200u);
  EXPECT_GT(result.use.worker_seconds, 200);
  for (TrialId trial = 0; trial < 50; ++trial) EXPECT_EQ(steps_of(result, trial), kAllSteps);
}

TEST(Simulation, LosesPreemptedTrialsWhenAsked) {
  Cluster run{.trials = 50, .cluster = {.preemptions = 0.5, .preempted = Preempted::lost}};
  EXPECT_GT(run().failed, 25u);  // 47 are expected
}

TEST(Simulation, HearsOfALateStopLate) {
  const auto stop_at_one = [](TrialId, int) { return Verdict::stop; };
  Cluster run{.trials = 1, .scheduler = Scripted{stop_at_one}, .cluster = {.late = 1.5}};
  const CellResult result = run();
  EXPECT_EQ(steps_of(result, 0), std::vector<int>{1});
  EXPECT_EQ(result.use.seconds, 2.5);
  EXPECT_EQ(result.use.worker_seconds,
            2.5);  // the second step, and a half of the third, for nothing
  EXPECT_EQ(result.use.steps, 2u);
}

TEST(Simulation, FreesTheWorkerBeforeTheLastReportArrives) {
  Cluster run{.trials = 2, .cluster = {.late = 100}};
  const CellResult result = run();
  EXPECT_EQ(result.use.seconds, 108);
  EXPECT_EQ(result.use.worker_seconds, 8);
  EXPECT_EQ(steps_of(result, 1), kAllSteps);
}

TEST(Simulation, IsTheSameEachTime) {
  const auto pause_at_two = [](TrialId, int step) {
    return step == 2 ? Verdict::pause : Verdict::go_on;
  };
  const auto digest = [&] {
    Cluster run{.trials = 60,
                .workers = 7,
                .scheduler = Scripted{pause_at_two, {{4, kSteps}, {1, kSteps}}, 0, 2},
                .cluster = {1, 0.5, 0.05, 0.2, Preempted::resumed, 0.7}};
    return run().digest;
  };
  EXPECT_EQ(digest(), digest());
}

TEST(Simulation, GivesUpWhenAsked) {
  std::vector<TrialId> told;
  const Objective objective = Falling{};
  const Evaluator evaluator(objective, Stream(1));
  CellLog log({"m", "o", 1}, 1, std::nullopt, RecordLevel::best);
  Tuner tuner({Harmonic{&told}, never_stopping(), Budget(BudgetUnit::trials, 10, kSteps), Stream(1),
               kSteps});
  Simulation simulation({std::move(tuner), evaluator, {}, 1, Stream(1)}, log);
  EXPECT_FALSE(simulation.run(true));
}

}  // namespace sweep::simulation_test
