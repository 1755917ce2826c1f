#include "algorithms/search/tpe/tpe_trials.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <string>

#include "algorithms/model/parzen/parzen.hpp"
#include "algorithms/space/real_limits.hpp"
#include "algorithms/space/stream.hpp"

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

TpeTrials after(const double (&losses)[4], const TpeTrials::Rules& rules) {
  TpeTrials trials(1, rules);
  for (TrialId id = 0; id < 4; ++id) {
    const TrialState state = std::isnan(losses[id]) ? TrialState::failed : TrialState::completed;
    record(trials, id, state, {{1, losses[id]}});
  }
  return trials;
}

TEST(TpeTrials, OrdersInfinitiesAndCountsFailuresAsBad) {
  TpeTrials trials = after({kInfinity, kNaN, 3, -kInfinity}, {});
  EXPECT_EQ(trials.known(), 4U);
  EXPECT_EQ(trials.split().good, (Indices{3}));
  EXPECT_EQ(trials.split().bad, (Indices{0, 1, 2}));
}

TEST(TpeTrials, PassesOverFailuresIfTheyAreIgnored) {
  TpeTrials trials = after({kInfinity, kNaN, 3, -kInfinity},
                           {UnequalCurves::highest_step, false, FailedTrials::ignored});
  EXPECT_EQ(trials.known(), 3U);
  EXPECT_EQ(trials.split().good, (Indices{3}));
  EXPECT_EQ(trials.split().bad, (Indices{0, 2}));
}

TEST(TpeTrials, HasNoGoodOnesIfAllFail) {
  TpeTrials trials = after({kNaN, kNaN, kNaN, kNaN}, {});
  EXPECT_EQ(trials.split().good, Indices{});
  EXPECT_EQ(trials.split().bad, (Indices{0, 1, 2, 3}));
}

// A tenth of 30, of which 28 have failed, are three; only two have a loss.
TEST(TpeTrials, SplitsTheWholeOfWhichFailuresAreNeverGood) {
  for (const std::size_t known : {2U, 10U}) {
    TpeTrials trials(1, {});
    for (TrialId id = 0; id < 30; ++id) {
      const bool has_failed = id >= known;
      record(trials, id, has_failed ? TrialState::failed : TrialState::completed,
             {{1, has_failed ? kNaN : 30.0 - static_cast<double>(id)}});
    }
    EXPECT_EQ(trials.split().good, known == 2 ? (Indices{0, 1}) : (Indices{7, 8, 9}));
    EXPECT_EQ(trials.split().bad.size(), known == 2 ? 28U : 27U);
  }
}

// Of 12 that reached step 1 a half went on to step 3, and of all a third failed: six that are
// compared stand for nine.
TEST(TpeTrials, SplitsComparedTrialsWithTheirShareOfFailures) {
  TpeTrials trials(1, {});
  for (TrialId id = 0; id < 12; ++id) {
    record(trials, id, TrialState::stopped, {{1, 5.0}});
  }
  for (TrialId id = 0; id < 6; ++id) {
    record(trials, id, TrialState::completed, {{1, 5.0}, {3, static_cast<double>(id)}});
  }
  for (TrialId id = 12; id < 18; ++id) record(trials, id, TrialState::failed, {{1, kNaN}});
  EXPECT_EQ(trials.split().good, (Indices{0}));
  for (TrialId id = 18; id < 24; ++id) record(trials, id, TrialState::failed, {{1, kNaN}});
  EXPECT_EQ(trials.split().good, (Indices{0, 1}));  // of twelve
}

TEST(TpeTrials, CountsAFailureAsBadWhateverItReportedBefore) {
  TpeTrials trials(1, {});
  for (TrialId id = 0; id < 3; ++id) {
    record(trials, id, TrialState::running, {{1, static_cast<double>(id)}});
  }
  EXPECT_EQ(trials.split().good, (Indices{0}));
  record(trials, 0, TrialState::failed, {{1, 0.0}, {2, -5.0}});
  EXPECT_EQ(trials.split().good, (Indices{1}));
  EXPECT_EQ(trials.split().bad, (Indices{0, 2}));
  record(trials, 0, TrialState::failed, {{1, 0.0}, {2, -5.0}});  // once more is still one
  EXPECT_EQ(trials.known(), 3U);
}

TEST(TpeTrials, TakesACompletedTrialWithoutALossForAFailureButNotAStoppedOne) {
  TpeTrials trials(1, {});
  record(trials, 0, TrialState::completed, {{1, kNaN}});
  record(trials, 1, TrialState::stopped, {});
  record(trials, 2, TrialState::running, {{1, kNaN}});
  EXPECT_EQ(trials.known(), 1U);
  EXPECT_EQ(trials.split().bad, (Indices{0}));
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

// The model has every trial up to 2,048 of them.
TEST(TpeTrials, LeavesNothingOutUntilThereAreMany) {
  TpeTrials trials(1, {});
  for (TrialId id = 0; id < 2048; ++id) record(trials, id, TrialState::completed, {{1, 1.0}});
  EXPECT_EQ(trials.split().bad.size(), 2048U - 25);
  std::vector<double> exact(2048 - 25);
  parzen_weights(exact);
  EXPECT_EQ(trials.split().bad_weights, exact);
}

TEST(TpeTrials, KeepsABoundedModelOfTheWholeWeight) {
  TpeTrials trials(1, {});
  Stream draws(1);
  constexpr std::size_t kTrials = 20'000;
  double mean = 0;
  std::vector<double> exact(kTrials - 25);
  parzen_weights(exact);
  for (TrialId id = 0; id < kTrials; ++id) {
    const std::vector<double> place = {draws.uniform()};
    trials.record({id, {place}, TrialState::completed, {{1, 25.0 - static_cast<double>(id)}}},
                  place);
    if (id < exact.size()) mean += place[0] * exact[id];
  }
  const TpeTrials::Split split = trials.split();
  EXPECT_EQ(split.good.size(), 25U);
  EXPECT_EQ(split.good.front(), kTrials - 25);
  EXPECT_LE(split.bad.size(), ThinnedTrials::kMost);
  EXPECT_LE(trials.by_place(0).size(), ThinnedTrials::kMost);
  const double whole = std::accumulate(exact.begin(), exact.end(), 0.0);
  const auto& weights = split.bad_weights;
  EXPECT_NEAR(std::accumulate(weights.begin(), weights.end(), 0.0), whole, 1e-3 * whole);
  double thinned_mean = 0;
  for (std::size_t i = 0; i < split.bad.size(); ++i) {
    thinned_mean += trials.row(split.bad[i])[0] * weights[i];
  }
  // A mean of 1,500 uniform numbers or more of unequal weights, the effective 600 of them: four
  // deviations of 0.29/sqrt(600).
  EXPECT_NEAR(thinned_mean / whole, mean / whole, 0.05);
}

// Of old trials those that became good again after they were left out are good all the same.
TEST(TpeTrials, FindsAGoodTrialThatItsModelHasLeftOut) {
  TpeTrials trials(1, {});
  for (TrialId id = 0; id < 5000; ++id) {
    record(trials, id, TrialState::completed, {{1, static_cast<double>(id)}});
  }
  Indices first(25);
  std::iota(first.begin(), first.end(), 0U);
  const TpeTrials::Split split = trials.split();
  EXPECT_EQ(split.good, first);
  for (const TpeTrials::Index bad : split.bad) EXPECT_GE(bad, 25U);
  EXPECT_EQ(split.bad.size(), split.bad_weights.size());
}

// Places are in order, as often as members are: trials come, leave, and come up late.
TEST(TpeTrials, KeepsPlacesInOrder) {
  TpeTrials trials(1, {});
  Stream draws(2);
  for (TrialId i = 0; i < 6000; ++i) {
    const TrialId id = i % 7 == 0 && i > 3000 ? i - 2999 : 10 * i;
    const std::vector<double> place = {std::floor(draws.uniform() * 50) / 50};
    trials.record({id, {place}, TrialState::running, {{1, draws.uniform()}}}, place);
    if (i % 5 == 0) trials.record({id, {place}, TrialState::stopped, {}}, place);
    if (i % 500 == 499) {
      EXPECT_EQ(trials.split().good.size(), 25U);
    }
  }
  const auto places = trials.by_place(0);
  EXPECT_GT(places.size(), ThinnedTrials::kNewest);
  for (std::size_t i = 1; i < places.size(); ++i) EXPECT_LE(places[i - 1].at, places[i].at);
  EXPECT_EQ(trials.split().good.size(), 25U);
}

}  // namespace sweep::tpe_trials_test
