#include "algorithms/wandb/trial.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "algorithms/space/real_limits.hpp"

namespace sweep::trial_test {

const Metric kLoss{"loss", false, {}, Impute::worst, {}};
const Metric kAccuracy{"accuracy", true, {}, Impute::worst, {}};

sweep::Run run_with(RunState state, std::vector<Map> history, Map summary = {}) {
  sweep::Run run;
  run.state = state;
  run.history = std::move(history);
  run.summary = std::move(summary);
  return run;
}

std::vector<Observation> curve_of(const sweep::Run& run, const Metric& metric,
                                  Behaviour behaviour = Behaviour::corrected,
                                  Iteration iteration = Iteration::report) {
  return trial_of(run, 3, {{0.5}}, metric, behaviour, iteration).curve;
}

TEST(TrialOfARun, HasTheStepsThatTheHistoryNamesIfAsked) {
  const sweep::Run run = run_with(
      RunState::running, {Map{{"_step", 0}, {"loss", 3.0}}, Map{{"_step", 10}, {"loss", 2.0}},
                          Map{{"_step", 20}, {"loss", 2.5}}});
  EXPECT_EQ(curve_of(run, kLoss, Behaviour::corrected, Iteration::step),
            (std::vector<Observation>{{1, 3}, {11, 2}, {21, 2.5}}));
  EXPECT_EQ(curve_of(run, kLoss), (std::vector<Observation>{{1, 3}, {2, 2}, {3, 2.5}}));
  EXPECT_EQ(curve_of(run, kLoss, Behaviour::as_wandb),
            (std::vector<Observation>{{1, 3}, {2, 2}, {3, 2.5}}));
}

// Rows without the metric, and null, are no reports; those that diverged are, but for W&B.
TEST(TrialOfARun, CountsReportsOfTheMetric) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const sweep::Run run =
      run_with(RunState::running, {Map{{"loss", 3.0}}, Map{{"acc", 0.5}}, Map{{"loss", Value()}},
                                   Map{{"loss", nan}}, Map{{"loss", "Infinity"}},
                                   Map{{"loss", "bad"}}, Map{{"loss", true}}, Map{{"loss", 2}}});
  const auto curve = curve_of(run, kLoss);
  ASSERT_EQ(curve.size(), 4U);
  EXPECT_TRUE(std::isnan(curve[1].loss));
  EXPECT_EQ(curve[2], (Observation{3, kInfinity}));
  EXPECT_EQ(curve[3], (Observation{4, 2}));
  EXPECT_EQ(curve_of(run, kLoss, Behaviour::as_wandb), (std::vector<Observation>{{1, 3}, {2, 2}}));
}

TEST(TrialOfARun, LetsTheSummaryHaveTheLastWordIfItIsBetter) {
  const auto curve = [](std::vector<Map> history, Map summary) {
    const sweep::Run run = run_with(RunState::finished, std::move(history), std::move(summary));
    const Trial trial = trial_with_summary(run, 3, {{0.5}}, kAccuracy);
    EXPECT_EQ(trial.state, TrialState::completed);
    EXPECT_EQ(trial.id, 3u);
    return trial.curve;
  };
  const std::vector<Map> history = {Map{{"accuracy", 0.5}}, Map{{"accuracy", 0.7}}};
  EXPECT_EQ(curve(history, Map{{"accuracy", 0.9}}),
            (std::vector<Observation>{{1, -0.5}, {2, -0.7}, {2, -0.9}}));
  EXPECT_EQ(curve(history, Map{{"accuracy", 0.7}}),
            (std::vector<Observation>{{1, -0.5}, {2, -0.7}}));
  EXPECT_EQ(curve({}, Map{{"accuracy", 0.9}}), (std::vector<Observation>{{1, -0.9}}));
}

TEST(TrialOfARun, LeavesTheSummaryOutOfWhatIsComparedStepByStep) {
  const sweep::Run run =
      run_with(RunState::finished, {Map{{"accuracy", 0.5}}}, Map{{"accuracy", 0.9}});
  EXPECT_EQ(curve_of(run, kAccuracy), (std::vector<Observation>{{1, -0.5}}));
  EXPECT_TRUE(
      curve_of(run_with(RunState::finished, {}, Map{{"accuracy", 0.9}}), kAccuracy).empty());
}

TEST(TrialOfARun, EndsAsTheRunDid) {
  const std::pair<RunState, TrialState> cases[] = {
      {RunState::pending, TrialState::running},    {RunState::running, TrialState::running},
      {RunState::finished, TrialState::completed}, {RunState::killed, TrialState::stopped},
      {RunState::crashed, TrialState::failed},     {RunState::failed, TrialState::failed},
      {RunState::preempted, TrialState::running},  {RunState::preempting, TrialState::running}};
  for (const auto& [state, expected] : cases) {
    const sweep::Run run = run_with(state, {Map{{"loss", 1.0}}});
    const Trial trial = trial_of(run, 3, {{0.5}}, kLoss, Behaviour::corrected);
    EXPECT_EQ(trial.state, expected) << to_text(state);
    EXPECT_EQ(trial.id, 3u);
    EXPECT_EQ(trial.point, Point{{0.5}});
  }
  for (const RunState state : {RunState::finished, RunState::killed}) {
    EXPECT_EQ(trial_of(run_with(state, {}), 0, {}, kLoss, Behaviour::corrected).state,
              TrialState::failed);
  }
  EXPECT_TRUE(trial_of(run_with(RunState::running, {Map{{"loss", 1.0}}}), 0, {}, std::nullopt,
                       Behaviour::corrected)
                  .curve.empty());
}

}  // namespace sweep::trial_test
