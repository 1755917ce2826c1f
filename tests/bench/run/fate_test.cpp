#include "bench/run/fate.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace sweep::fate_test {

TEST(Fates, AreQuietOnAPerfectCluster) {
  const Fates fates({}, Stream(1));
  const StepFate fate = fates.step(3, 1, 2.5);
  EXPECT_EQ(fate.seconds, 2.5);
  EXPECT_EQ(fate.end, StepEnd::reported);
  EXPECT_EQ(fates.slowness(3, 1), 1);
}

TEST(Fates, ComeAsOftenAsTheirChances) {
  ClusterOptions options;
  options.failures = 0.2;
  options.preemptions = 0.5;
  const Fates fates(options, Stream(2));
  constexpr int kSteps = 10'000;
  int lost = 0;
  int preempted = 0;
  double seconds = 0;
  for (TrialId trial = 0; trial < kSteps; ++trial) {
    const StepFate fate = fates.step(trial, 0, 1);
    lost += fate.end == StepEnd::lost ? 1 : 0;
    preempted += fate.end == StepEnd::preempted ? 1 : 0;
    seconds += fate.seconds;
  }
  // Five deviations of a binomial count: failures first, preemptions of what is left.
  EXPECT_NEAR(lost, 0.2 * kSteps, 5 * std::sqrt(kSteps * 0.2 * 0.8));
  EXPECT_NEAR(preempted, 0.4 * kSteps, 5 * std::sqrt(kSteps * 0.4 * 0.6));
  // A broken step takes half its time on average: 0.4 + 0.6 / 2; each time deviates by less than
  // 1/2.
  EXPECT_NEAR(seconds, 0.7 * kSteps, 5 * 0.5 * std::sqrt(kSteps));
}

TEST(Fates, LoseThePreemptedIfTheyAreNotResumed) {
  ClusterOptions options;
  options.preemptions = 0.9;
  options.preempted = Preempted::lost;
  const Fates fates(options, Stream(3));
  for (TrialId trial = 0; trial < 100; ++trial) {
    EXPECT_NE(fates.step(trial, 0, 1).end, StepEnd::preempted);
  }
}

TEST(Fates, SlowJobsDownByALogNormalFactor) {
  ClusterOptions options;
  options.stragglers = 0.5;
  const Fates fates(options, Stream(4));
  constexpr int kJobs = 10'000;
  double sum = 0;
  double squares = 0;
  for (TrialId trial = 0; trial < kJobs; ++trial) {
    const double z = std::log(fates.slowness(trial, 1)) / 0.5;
    sum += z;
    squares += z * z;
  }
  EXPECT_NEAR(sum / kJobs, 0, 5 / std::sqrt(kJobs));
  EXPECT_NEAR(squares / kJobs, 1, 5 * std::sqrt(2.0 / kJobs));
}

TEST(Fates, DependOnTheTrialAndTheAttemptAlone) {
  ClusterOptions options;
  options.failures = 0.5;
  options.stragglers = 1;
  const Fates a(options, Stream(5));
  const Fates b(options, Stream(5));
  EXPECT_EQ(b.step(7, 2, 1).seconds, a.step(7, 2, 1).seconds);
  EXPECT_EQ(b.slowness(7, 2), a.slowness(7, 2));
  EXPECT_NE(a.slowness(7, 3), a.slowness(7, 2));
  EXPECT_NE(a.slowness(8, 2), a.slowness(7, 2));
}

}  // namespace sweep::fate_test
