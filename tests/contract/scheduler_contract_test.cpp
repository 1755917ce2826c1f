// What every scheduler of the catalogue has to do, whatever it does besides.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <ostream>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/space/real_limits.hpp"
#include "algorithms/text/error.hpp"
#include "tests/support/trial_cluster.hpp"

namespace sweep::scheduler_contract_test {

constexpr TrialId kTrials = 60;
constexpr int kMaxStep = 27;

// Curves that cross: a level and a gain of each trial's own. Multiples of 2^-10, all different at
// a step, so that adding a power of two is exact.
double crossing(TrialId trial, int step) {
  const auto level = static_cast<double>((trial * 617 + 5) % 1009);
  const auto gain = static_cast<double>((trial * 389 + 7) % 503);
  return (level + std::floor(gain * 8 / (step + 1)) + static_cast<double>(trial) / 64) / 1024;
}

double failing(TrialId trial, int step) {
  const bool fails = trial % 5 == 3 && step == static_cast<int>(trial % 7) + 1;
  return fails ? std::numeric_limits<double>::quiet_NaN() : crossing(trial, step);
}

/// A row of the catalogue, as it is or with some options set.
struct Variant {
  std::string name;
  SchedulerRow row;
  Settings settings;
  bool by_rank = true;   // any increasing map of the losses changes nothing
  bool by_order = true;  // nor does adding a constant
};

void PrintTo(const Variant& variant, std::ostream* out) { *out << variant.name; }

const SchedulerRow& row_of(std::string_view name) {
  for (const SchedulerRow& row : scheduler_catalog()) {
    if (row.name == name) return row;
  }
  throw SpecError("no such row");
}

std::vector<Variant> variants() {
  // Percentiles lie between losses, and noise is a distance.
  const auto by_distance = [](std::string_view name) {
    return name == "median" || name == "percentile" || name == "pasha";
  };
  std::vector<Variant> all;
  for (const SchedulerRow& row : scheduler_catalog()) {
    std::string name(row.name);
    std::replace(name.begin(), name.end(), '-', '_');
    all.push_back({name, row, {}, !by_distance(row.name)});
  }
  all.push_back({"asha_stopping", row_of("asha"), {{"form", "stopping"}}});
  all.push_back({"asha_eta_hardly_above_1", row_of("asha"), {{"eta", "1.01"}}});
  all.push_back(
      {"asha_without_low_rungs", row_of("asha"), {{"s", "2"}, {"min_step", "2"}, {"eta", "2"}}});
  all.push_back({"checked_asha_often",
                 row_of("checked-asha"),
                 {{"check_share", "0.5"}, {"trust", "0.9"}, {"eta", "2"}}});
  all.push_back({"checked_asha_never", row_of("checked-asha"), {{"check_share", "0"}}});
  all.push_back({"hyperband_in_turn", row_of("hyperband"), {{"overlap", "false"}}});
  all.push_back({"hyperband_eta_hardly_above_1", row_of("hyperband"), {{"eta", "1.01"}}});
  all.push_back({"sha_in_turn", row_of("sha"), {{"overlap", "false"}, {"trials", "7"}}});
  all.push_back({"sha_eta_hardly_above_1", row_of("sha"), {{"eta", "1.01"}}});
  all.push_back(
      {"wandb_relaxed", row_of("wandb-hyperband"), {{"strict", "false"}, {"min_iter", "2"}}});
  all.push_back({"wandb_eta_hardly_above_1", row_of("wandb-hyperband"), {{"eta", "1.01"}}});
  all.push_back({"percentile_sometimes",
                 row_of("percentile"),
                 {{"percentile", "50"}, {"n_warmup_steps", "3"}, {"interval_steps", "4"}},
                 false});
  all.push_back({"threshold_used", row_of("threshold"), {{"upper", "0.8"}}, false, false});
  all.push_back({"patience_with_delta",
                 row_of("patience"),
                 {{"patience", "1"}, {"min_delta", "0.125"}},
                 false});
  return all;
}

class EachScheduler : public testing::TestWithParam<Variant> {
 protected:
  static Scheduler make(int max_step = kMaxStep) {
    // What leaves out rungs of a long trial has none of a short one.
    Settings settings = GetParam().settings;
    if (max_step < 8) settings.erase("s");
    return make_scheduler(GetParam().row.name, {max_step}, settings);
  }
  static std::vector<std::string> log_of(const LossCurve& curve, std::size_t workers = 4) {
    TrialCluster cluster(make(), kMaxStep, curve);
    cluster.play(kTrials, workers);
    return cluster.log();
  }
};

INSTANTIATE_TEST_SUITE_P(Catalog, EachScheduler, testing::ValuesIn(variants()),
                         [](const auto& variant) { return variant.param.name; });

TEST_P(EachScheduler, KeepsTheContractWithAnyNumberOfWorkers) {
  for (const std::size_t workers : {1, 2, 4, 16, 100}) {
    SCOPED_TRACE(workers);
    log_of(crossing, workers);
    log_of(failing, workers);
  }
}

TEST_P(EachScheduler, SurvivesTrialsThatAllFailAtOnce) {
  log_of([](TrialId, int) { return std::numeric_limits<double>::quiet_NaN(); });
}

TEST_P(EachScheduler, SurvivesInfiniteAndEqualLosses) {
  const double losses[] = {kInfinity, 0, -kInfinity, 1e300, 0, -1e300, kInfinity};
  log_of([&](TrialId trial, int step) { return losses[(trial + static_cast<TrialId>(step)) % 7]; });
  log_of([](TrialId, int) { return 0.0; });
  log_of([](TrialId, int) { return kInfinity; });
}

TEST_P(EachScheduler, TakesReportsOfNaN) {
  Scheduler scheduler = make();
  TrialId started = 0;
  while (started < 8 && std::holds_alternative<Start>(scheduler.next(started))) ++started;
  EXPECT_GT(started, 0u);
  for (TrialId trial = 0; trial < started; ++trial) {
    for (int step = 1; step < kMaxStep; ++step) {
      const Decision decision =
          scheduler.report(trial, step, std::numeric_limits<double>::quiet_NaN());
      if (decision.verdict == Verdict::go_on) continue;
      EXPECT_NE(to_text(decision.reason), "");
      break;
    }
  }
}

TEST_P(EachScheduler, RunsTrialsOfOneStep) {
  TrialCluster cluster(make(1), 1, crossing);
  cluster.play(kTrials, 4);
  EXPECT_EQ(std::count(cluster.log().begin(), cluster.log().end(), "start 1"), kTrials);
}

TEST_P(EachScheduler, TakesTrialsOfAnyLength) {
  for (const int max_step : {2, 3, 10, 100}) {
    TrialCluster cluster(make(max_step), max_step, failing);
    cluster.play(kTrials, 5);
  }
}

TEST_P(EachScheduler, AgreesWithItsCopies) {
  TrialCluster original(make(), kMaxStep, failing);
  original.play(20, 3);
  TrialCluster copy = original;
  original.play(kTrials, 5);
  copy.play(kTrials, 5);
  EXPECT_EQ(original.log(), copy.log());
}

TEST_P(EachScheduler, HeedsOnlyTheOrderOfLosses) {
  if (!GetParam().by_rank) return;
  const auto expected = log_of(failing);
  EXPECT_EQ(log_of([](TrialId t, int s) { return std::exp(failing(t, s)); }), expected);
  EXPECT_EQ(log_of([](TrialId t, int s) { return std::cbrt(failing(t, s) - 0.5); }), expected);
}

TEST_P(EachScheduler, HeedsNoConstantInAllLosses) {
  if (!GetParam().by_order) return;
  for (const double constant : {8.0, -32.0}) {
    EXPECT_EQ(log_of([&](TrialId t, int s) { return failing(t, s) + constant; }), log_of(failing));
  }
}

TEST_P(EachScheduler, RefusesAnOptionThatItDoesNotHave) {
  EXPECT_THROW(
      static_cast<void>(make_scheduler(GetParam().row.name, {kMaxStep}, {{"no_such_option", "1"}})),
      SpecError);
}

TEST_P(EachScheduler, DescribesItself) {
  EXPECT_FALSE(GetParam().row.summary.empty());
  EXPECT_FALSE(GetParam().row.source.empty());
  for (const OptionRow& option : GetParam().row.options()) {
    EXPECT_FALSE(option.help.empty()) << option.name;
    // A default is one of the values allowed.
    EXPECT_NO_THROW(static_cast<void>(make_scheduler(
        GetParam().row.name, {kMaxStep}, {{std::string(option.name), option.default_value}})))
        << option.name;
  }
}

TEST(SchedulerCatalog, IsSortedByName) {
  std::string_view last;
  for (const SchedulerRow& row : scheduler_catalog()) {
    EXPECT_LT(last, row.name);
    last = row.name;
  }
}

TEST(SchedulerCatalog, SuggestsTheNearestName) {
  try {
    static_cast<void>(make_scheduler("hyperand", {kMaxStep}, {}));
    FAIL();
  } catch (const SpecError& error) {
    EXPECT_NE(std::string(error.what()).find("did you mean \"hyperband\"?"), std::string::npos);
  }
}

}  // namespace sweep::scheduler_contract_test
