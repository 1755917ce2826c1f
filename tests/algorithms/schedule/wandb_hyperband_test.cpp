#include "algorithms/schedule/wandb_hyperband.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "algorithms/schedule/stop_runs.hpp"
#include "algorithms/space/real_limits.hpp"
#include "algorithms/space/stream.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/wandb/bands.hpp"

namespace sweep::wandb_hyperband_test {

EarlyTerminate by_max_iter(double max_iter, double eta, std::optional<double> s = std::nullopt) {
  EarlyTerminate rule;
  rule.max_iter = max_iter;
  rule.eta = eta;
  rule.s = s;
  return rule;
}

TEST(WandbBands, AreThoseOfTheDocumentation) {
  using Bands = std::vector<double>;
  EXPECT_EQ(wandb_bands(by_max_iter(81, 3, 3)), (Bands{3, 9, 27}));
  EXPECT_EQ(wandb_bands(by_max_iter(18, 3, 2)), (Bands{2, 6}));
  EXPECT_EQ(wandb_bands(by_max_iter(5, 1.3, 4)), (Bands{1, 2, 2, 3}));
  EXPECT_EQ(wandb_bands(by_max_iter(9, 3)), (Bands{1, 3}));
  EXPECT_THROW(wandb_bands(by_max_iter(1, 3)), SpecError);
  EXPECT_THROW(wandb_bands(by_max_iter(1e15, 1.00001)), SpecError);  // too many
}

TEST(WandbBands, MeetAWholeShareUnlessAsWandb) {
  EXPECT_EQ(threshold_element(49, 49, Behaviour::as_wandb), 0u);
  EXPECT_EQ(threshold_element(49, 49, Behaviour::corrected), 1u);
  EXPECT_EQ(threshold_element(1, 1.0000000000000002, Behaviour::as_wandb), 0u);
}

struct Row {
  const char* name;
  WandbHyperband::Options options;
};

class WandbHyperbandByOptions : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(Rows, WandbHyperbandByOptions,
                         testing::Values(Row{"by_max_iter", {0, 27, 3, 3, true}},
                                         Row{"by_min_iter", {2, 0, 0, 1.5, true}},
                                         Row{"by_min_iter_to_the_end", {9, 0, 0, 3, true}},
                                         Row{"relaxed", {0, 27, 2, 2, false}},
                                         Row{"of_the_length", {}},
                                         Row{"rounding", {1, 0, 0, 49, true}},
                                         Row{"close_bands", {1, 0, 0, 1.2, true}}),
                         [](const auto& row) { return row.param.name; });

EarlyTerminate rule_of(const WandbHyperband::Options& options, int max_step) {
  EarlyTerminate rule;
  rule.eta = options.eta;
  rule.strict = options.strict;
  if (options.min_iter > 0) rule.min_iter = static_cast<double>(options.min_iter);
  if (options.max_iter > 0) rule.max_iter = static_cast<double>(options.max_iter);
  if (options.max_iter > 0) rule.s = static_cast<double>(options.s);
  if (!rule.min_iter && !rule.max_iter) rule.max_iter = max_step;
  return rule;
}

// Each trial that reports is judged as the reference would judge it if it were asked then.
TEST_P(WandbHyperbandByOptions, DecidesAsTheReferenceAfterEachReport) {
  constexpr int kMaxStep = 27;
  WandbHyperband scheduler({kMaxStep}, GetParam().options);
  const EarlyTerminate rule = rule_of(GetParam().options, kMaxStep);
  std::vector<RunCurve> runs(60);
  std::vector<bool> goes_on(runs.size(), true);
  Stream stream(11);
  for (TrialId trial = 0; trial < runs.size(); ++trial) static_cast<void>(scheduler.next(trial));
  for (int step = 1; step <= kMaxStep; ++step) {
    for (TrialId trial = 0; trial < runs.size(); ++trial) {
      if (!goes_on[trial]) continue;
      const double loss = std::floor(stream.uniform() * 50) / step;
      runs[trial].reports.push_back({step, loss});
      runs[trial].is_running = true;  // the only one that is asked for
      goes_on[trial] = !stop_runs(rule, runs, Behaviour::as_wandb).verdicts.front().stops;
      runs[trial].is_running = false;
      ASSERT_EQ(scheduler.report(trial, step, loss).verdict == Verdict::go_on, goes_on[trial])
          << "trial " << trial << " step " << step;
    }
  }
  EXPECT_GT(std::count(goes_on.begin(), goes_on.end(), false), 0);
}

TEST(WandbHyperband, PassesOverValuesThatAreNotFinite) {
  WandbHyperband scheduler({9}, {0, 4, 1, 2, true});  // a band at 2
  for (TrialId trial = 0; trial < 4; ++trial) {
    static_cast<void>(scheduler.next(trial));
    EXPECT_EQ(scheduler.report(trial, 1, kInfinity).reason.rule, Reason::Rule::none);
    EXPECT_EQ(scheduler.report(trial, 2, static_cast<double>(trial)).reason.rung, 0);
    EXPECT_EQ(scheduler.report(trial, 3, static_cast<double>(trial)).reason.rung, 1);
  }
  EXPECT_EQ(to_text(scheduler.report(3, 4, 0).reason), "band 1: 3 is worse than 2");
}

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

TEST(WandbHyperband, StopsWhatHasDivergedAtABandOfAReplay) {
  WandbHyperband scheduler({9, true}, {0, 4, 1, 2, true});  // a band at 2
  for (TrialId trial = 0; trial < 3; ++trial) static_cast<void>(scheduler.next(trial));
  for (const double diverged : {kNan, -kInfinity}) {
    const TrialId trial = std::isnan(diverged) ? 0 : 1;
    EXPECT_EQ(scheduler.report(trial, 1, 1).verdict, Verdict::go_on);
    EXPECT_EQ(scheduler.report(trial, 2, diverged).verdict, Verdict::stop);
  }
  EXPECT_EQ(scheduler.report(2, 1, kNan).verdict, Verdict::go_on);
  EXPECT_EQ(scheduler.report(2, 2, 7).verdict, Verdict::go_on);
}

TEST(WandbHyperband, TakesBandsForStepsInAReplay) {
  WandbHyperband scheduler({900, true}, {0, 20, 2, 2, true});  // bands at 5 and 10
  for (TrialId trial = 0; trial < 3; ++trial) static_cast<void>(scheduler.next(trial));
  EXPECT_EQ(scheduler.report(0, 7, 1).reason.rung, 0);  // nothing is known of it at 5
  EXPECT_EQ(scheduler.report(0, 12, 9).reason.rung, 2);
  EXPECT_EQ(scheduler.report(1, 10, 3).reason.rung, 2);
  EXPECT_EQ(to_text(scheduler.report(1, 11, 0).reason), "band 2: 3 is not worse than 3");
  EXPECT_EQ(scheduler.report(2, 3, 2).reason.rung, 0);
  EXPECT_EQ(to_text(scheduler.report(2, 11, 5).reason), "band 2: 2 is not worse than 2");
}

TEST(WandbHyperband, RefusesOptionsWithoutABand) {
  EXPECT_THROW(WandbHyperband({9}, {0, 2, 2, 2.5, true}), SpecError);
  EXPECT_NO_THROW(WandbHyperband({1}, {}));
}

RunCurve curve(std::vector<double> losses, bool is_running = true) {
  RunCurve curve{is_running, {}};
  for (const double loss : losses) {
    curve.reports.push_back({static_cast<int>(curve.reports.size()) + 1, loss});
  }
  return curve;
}

// Quirks 46 and 47: one noisy value stops a run, values after the band save one.
TEST(StopRuns, LooksAtTheBestUpToTheBandUnlessAsWandb) {
  const std::vector<RunCurve> runs = {curve({1, 9, 9}), curve({5, 5, 0}), curve({4, 4, 4}),
                                      curve({3, 3, 3}), curve({2, 2, 2})};
  EarlyTerminate rule = by_max_iter(4, 2, 1);  // a band at 2
  const auto stops = [&](std::size_t run, Behaviour behaviour) {
    return stop_runs(rule, runs, behaviour).verdicts.at(run).stops;
  };
  EXPECT_TRUE(stops(0, Behaviour::as_wandb));
  EXPECT_FALSE(stops(0, Behaviour::corrected));
  EXPECT_TRUE(stops(1, Behaviour::as_wandb));
  EXPECT_TRUE(stops(1, Behaviour::corrected));
  rule.strict = false;
  EXPECT_FALSE(stops(1, Behaviour::as_wandb));
  EXPECT_TRUE(stops(1, Behaviour::corrected));
}

// Quirk 48: where a run has reported less often, steps are compared, not positions.
TEST(StopRuns, ComparesAtStepsUnlessAsWandb) {
  std::vector<RunCurve> runs = {curve({9, 8, 7, 6}), curve({8, 7, 6, 5}), curve({7, 6, 5, 4})};
  runs.push_back({true, {{2, 7.5}, {4, 3}}});
  const StopAnswer answer = stop_runs(by_max_iter(8, 2, 2), runs, Behaviour::corrected);
  EXPECT_EQ(answer.bands, (std::vector<double>{2, 4}));
  EXPECT_EQ(answer.thresholds, (std::vector<double>{7.5, 5}));
  EXPECT_FALSE(answer.verdicts[3].stops);
  EXPECT_TRUE(answer.verdicts[0].stops);
  EXPECT_EQ(to_text(answer.verdicts[0].reason), "band 2: 6 is worse than 5");
}

// A run that is NaN at its band has no excuse in what it reported before, and is the worst there.
TEST(StopRuns, StopsWhatHasDivergedAtItsBandUnlessAsWandb) {
  const std::vector<RunCurve> runs = {curve({1, kNan}), curve({kNan, 5}), curve({1, kInfinity}),
                                      curve({3, 3, kNan}), curve({4, 4})};
  const StopAnswer answer = stop_runs(by_max_iter(4, 2, 1), runs, Behaviour::corrected);
  EXPECT_EQ(answer.thresholds, (std::vector<double>{5}));  // of 3, 4, 5 and two infinite ones
  std::vector<bool> stops;
  for (const RunVerdict& verdict : answer.verdicts) stops.push_back(verdict.stops);
  EXPECT_EQ(stops, (std::vector<bool>{true, false, true, false, false}));
}

TEST(StopRuns, StopsARunThatHasDivergedThoughItIsAlone) {
  const std::vector<RunCurve> runs = {curve({kNan, kNan})};
  const StopAnswer answer = stop_runs(by_max_iter(4, 2, 1), runs, Behaviour::corrected);
  EXPECT_TRUE(answer.has_values);
  EXPECT_TRUE(answer.verdicts[0].stops);
}

// A maximised metric that comes to infinity is a loss of minus infinity.
TEST(StopRuns, TakesMinusInfinityForDiverged) {
  const std::vector<RunCurve> runs = {curve({-kInfinity, -kInfinity}), curve({1, 1}),
                                      curve({2, 2})};
  const StopAnswer answer = stop_runs(by_max_iter(4, 2, 1), runs, Behaviour::corrected);
  EXPECT_EQ(answer.thresholds, (std::vector<double>{2}));
  EXPECT_TRUE(answer.verdicts[0].stops);
  EXPECT_FALSE(answer.verdicts[1].stops);
  EXPECT_FALSE(answer.verdicts[2].stops);
}

TEST(StopRuns, SaysWhetherAnyRunHasAValueAtABand) {
  const std::vector<RunCurve> runs = {{true, {{100, 1}}}, {true, {}}};
  EXPECT_FALSE(stop_runs(by_max_iter(4, 2, 1), runs, Behaviour::corrected).has_values);
  EXPECT_TRUE(stop_runs(by_max_iter(200, 2, 1), runs, Behaviour::corrected).has_values);
}

TEST(StopRuns, JudgesNoRunWithoutAValueUpToItsBand) {
  const std::vector<RunCurve> runs = {curve({1, 1}), curve({2, 2}), {true, {{3, 99}}}, {true, {}}};
  const StopAnswer answer = stop_runs(by_max_iter(4, 2, 1), runs, Behaviour::corrected);
  ASSERT_EQ(answer.verdicts.size(), 4u);
  for (const std::size_t run : {2, 3}) {
    EXPECT_FALSE(answer.verdicts[run].stops);
    EXPECT_EQ(answer.verdicts[run].reason.rung, 0);
  }
}

}  // namespace sweep::wandb_hyperband_test
