#include "algorithms/schedule/percentile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "algorithms/schedule/median.hpp"
#include "algorithms/space/real_limits.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep::percentile_test {

using Curves = std::vector<std::vector<Observation>>;

/// The percentile of numpy, from a sorted copy; NaN for no numbers.
double percentile_of(std::vector<double> values, double percent) {
  std::erase_if(values, [](double x) { return std::isnan(x); });
  if (values.empty()) return kNaN;
  std::sort(values.begin(), values.end());
  const double place = static_cast<double>(values.size() - 1) * (percent / 100);
  const auto low = static_cast<std::size_t>(place);
  if (low + 1 >= values.size()) return values.back();
  const double weight = place - static_cast<double>(low);
  const double width = values[low + 1] - values[low];
  return weight < 0.5 ? values[low] + width * weight : values[low + 1] - width * (1 - weight);
}

/// The rule, from all that was reported: what Optuna's documentation says.
bool is_to_stop(const Curves& completed, const std::vector<Observation>& curve,
                const Percentile::Options& options) {
  const Observation& last = curve.back();
  if (completed.empty() || completed.size() < options.n_startup_trials) return false;
  const int warmup = static_cast<int>(options.n_warmup_steps);
  const int interval = static_cast<int>(options.interval_steps);
  if (last.step < warmup) return false;
  const int step_before = curve.size() > 1 ? curve[curve.size() - 2].step : -1;
  if (step_before >= (last.step - warmup) / interval * interval + warmup) return false;
  double best = kNaN;
  for (const Observation& report : curve) best = std::fmin(best, report.loss);
  if (std::isnan(best)) return true;
  std::vector<double> others;
  for (const auto& other : completed) {
    for (const Observation& report : other) {
      if (report.step == last.step) others.push_back(report.loss);
    }
  }
  if (others.size() < options.n_min_trials) return false;
  return best > percentile_of(others, options.percentile);
}

// Steps with gaps, a few values again and again, now and then no number.
std::vector<Observation> random_curve(Stream stream) {
  std::vector<Observation> curve;
  int step = 0;
  while (curve.size() < 12) {
    step += stream.uniform() < 0.2 ? 2 : 1;
    const double loss = std::floor(stream.uniform() * 16) / 4 + 8.0 / step;
    curve.push_back({step, stream.uniform() < 0.1 ? kNaN : loss});
  }
  return curve;
}

struct Row {
  const char* name;
  Percentile::Options options;
};

class PercentileByOptions : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(Rows, PercentileByOptions,
                         testing::Values(Row{"standard", {}}, Row{"median", {50, 0, 0, 1, 1}},
                                         Row{"none_but_the_worst_stop", {100, 0, 0, 1, 1}},
                                         Row{"best_goes_on", {0, 1, 0, 1, 1}},
                                         Row{"late", {30, 3, 4, 1, 1}},
                                         Row{"seldom", {60, 2, 1, 3, 1}},
                                         Row{"many_needed", {75, 0, 0, 1, 6}}),
                         [](const auto& row) { return row.param.name; });

TEST_P(PercentileByOptions, DecidesAsItsRuleSays) {
  Percentile scheduler({1000}, GetParam().options);
  Curves completed;
  int stopped = 0;
  for (TrialId trial = 0; trial < 200; ++trial) {
    ASSERT_EQ(scheduler.next(trial), Order(Start{1000}));
    const std::vector<Observation> curve = random_curve(Stream(3).child(trial));
    std::vector<Observation> so_far;
    bool stops = false;
    for (const Observation& report : curve) {
      so_far.push_back(report);
      const Decision decision = scheduler.report(trial, report.step, report.loss);
      stops = decision.verdict == Verdict::stop;
      ASSERT_EQ(stops, is_to_stop(completed, so_far, GetParam().options))
          << "trial " << trial << " step " << report.step;
      if (stops) break;
    }
    stopped += stops ? 1 : 0;
    if (stops) continue;
    const bool fails = trial % 7 == 6;
    scheduler.ended(trial, fails ? TrialState::failed : TrialState::completed);
    if (!fails) completed.push_back(curve);
  }
  EXPECT_LT(stopped, 200);
  EXPECT_GT(stopped, 0);
}

// As where runs that have completed are replayed, whatever is said of them.
TEST(Percentile, CountsATrialThatGoesOnAllTheSame) {
  Percentile scheduler({1000}, {50, 0, 0, 1, 1});
  for (TrialId trial = 0; trial < 3; ++trial) {
    static_cast<void>(scheduler.next(trial));
    for (int step = 1; step <= 4; ++step) {
      static_cast<void>(scheduler.report(trial, step, static_cast<double>(trial)));
    }
    scheduler.ended(trial, TrialState::completed);
  }
  static_cast<void>(scheduler.next(3));
  EXPECT_EQ(scheduler.report(3, 4, 9).reason.threshold, 1);  // of 0, 1 and 2
}

TEST(Percentile, TakesNoMemoryForStepsThatNobodyReports) {
  constexpr int kFar = std::numeric_limits<int>::max() - 1;
  Percentile percentile({std::numeric_limits<int>::max()}, {50, 1, 0, 1, 1});
  for (const TrialId trial : {0, 1}) {
    static_cast<void>(percentile.next(trial));
    const Decision decision = percentile.report(trial, kFar, static_cast<double>(trial));
    EXPECT_EQ(decision.verdict, trial == 0 ? Verdict::go_on : Verdict::stop);
    percentile.ended(trial, TrialState::completed);
  }
}

TEST(Median, IsThePercentileFifty) {
  Median median({100}, {2, 1, 2, 1});
  Percentile percentile({100}, {50, 2, 1, 2, 1});
  for (TrialId trial = 0; trial < 60; ++trial) {
    EXPECT_EQ(median.next(trial), percentile.next(trial));
    bool stops = false;
    for (const Observation& report : random_curve(Stream(4).child(trial))) {
      const Decision decision = median.report(trial, report.step, report.loss);
      EXPECT_EQ(decision.verdict, percentile.report(trial, report.step, report.loss).verdict);
      stops = decision.verdict == Verdict::stop;
      if (stops) break;
    }
    if (stops) continue;
    median.ended(trial, TrialState::completed);
    percentile.ended(trial, TrialState::completed);
  }
}

TEST(Median, SaysWhyATrialStops) {
  Median median({100}, {1, 0, 1, 1});
  for (TrialId trial = 0; trial < 2; ++trial) static_cast<void>(median.next(trial));
  static_cast<void>(median.report(0, 1, 0.25));
  median.ended(0, TrialState::completed);
  EXPECT_EQ(to_text(median.report(1, 1, 0.5).reason), "step 1: 0.5 is worse than 0.25");
}

}  // namespace sweep::percentile_test
