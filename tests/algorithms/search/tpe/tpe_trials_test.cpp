#include "algorithms/search/tpe/tpe_trials.hpp"

#include <gtest/gtest.h>

#include <string>

#include "algorithms/space/real_limits.hpp"

namespace sweep::tpe_trials_test {

using Indices = std::vector<TpeTrials::Index>;

void record(TpeTrials& trials, TrialId id, TrialState state, std::vector<Observation> curve) {
  trials.record({id, {{0.5}}, state, std::move(curve)}, std::vector<double>{0.5});
}

TEST(GoodTrials, AreATenthAndAtMost25) {
  constexpr std::pair<std::size_t, std::size_t> kRows[] = {
      {0, 0}, {1, 1}, {10, 1}, {11, 2}, {100, 10}, {249, 25}, {250, 25}, {10000, 25}};
  for (const auto& [n, good] : kRows) EXPECT_EQ(good_trials(n), good) << n;
}

TEST(TpeTrials, OrdersInfinitiesAndPassesOverFailures) {
  TpeTrials trials(1, {});
  const double losses[] = {kInfinity, kNaN, 3, -kInfinity};
  for (TrialId id = 0; id < 4; ++id) {
    const TrialState state = id == 1 ? TrialState::failed : TrialState::completed;
    record(trials, id, state, {{1, losses[id]}});
  }
  EXPECT_EQ(trials.known(), 3U);
  EXPECT_EQ(trials.split().good, (Indices{3}));
  EXPECT_EQ(trials.split().bad, (Indices{0, 2}));
}

TEST(TpeTrials, OrdersByIdWhateverEndedFirst) {
  TpeTrials trials(1, {});
  for (const TrialId id : {2U, 0U, 1U}) {
    record(trials, id, TrialState::completed, {{1, 5.0}});
  }
  // Of equal losses the first trial's is good: id 0, the second that came up.
  EXPECT_EQ(trials.split().good, (Indices{1}));
  EXPECT_EQ(trials.split().bad, (Indices{2, 0}));
}

TEST(TpeTrials, CountsPendingOnesAsBadOnlyIfItLies) {
  for (const bool lies : {false, true}) {
    TpeTrials trials(1, {UnequalCurves::highest_step, lies});
    record(trials, 0, TrialState::completed, {{1, 5.0}});
    record(trials, 1, TrialState::running, {});
    EXPECT_EQ(trials.known(), 1U);
    EXPECT_EQ(trials.split().good, (Indices{0}));
    EXPECT_EQ(trials.split().bad, lies ? Indices{1} : Indices{});
    record(trials, 1, TrialState::completed, {{1, 4.0}});
    EXPECT_EQ(trials.split().good, (Indices{1}));
  }
}

// One column: four trials have to reach a step.
TEST(TpeTrials, ComparesAtTheFurthestStepOfEnoughTrials) {
  TpeTrials trials(1, {});
  for (TrialId id = 0; id < 6; ++id) {
    record(trials, id, TrialState::stopped, {{1, 10.0 + static_cast<double>(id)}});
  }
  EXPECT_EQ(trials.split().good, (Indices{0}));
  for (TrialId id = 2; id < 5; ++id) {
    record(trials, id, TrialState::running, {{1, 0}, {3, 5.0 - static_cast<double>(id)}});
  }
  EXPECT_EQ(trials.split().bad.size(), 5U);  // three at step 3 are too few
  record(trials, 5, TrialState::completed, {{1, 0}, {3, 4.0}, {9, -100.0}});
  EXPECT_EQ(trials.split().good, (Indices{4}));  // at step 3
  EXPECT_EQ(trials.split().bad, (Indices{2, 3, 5}));
}

TEST(TpeTrials, PutsCompletedBeforeStoppedOnesAsOptunaDoes) {
  TpeTrials trials(1, {UnequalCurves::optuna, false});
  record(trials, 0, TrialState::stopped, {{5, -9.0}});
  record(trials, 1, TrialState::completed, {{1, 0}, {9, 100.0}});
  record(trials, 2, TrialState::stopped, {});
  EXPECT_EQ(trials.known(), 3U);
  EXPECT_EQ(trials.split().good, (Indices{1}));
  record(trials, 1, TrialState::failed, {{1, 0}, {9, 100.0}});
  EXPECT_EQ(trials.split().good, (Indices{0}));
}

}  // namespace sweep::tpe_trials_test
