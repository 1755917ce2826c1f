#include "bench/results/measures/expected_runtime.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "algorithms/space/real_limits.hpp"
#include "bench/results/measures/simulated_restarts.hpp"
#include "tests/bench/results/measures/descents.hpp"

namespace sweep::expected_runtime_test {

constexpr double kRounding = 1e-12;  // relative, of sums of a few numbers

const std::vector<RunLength> kMixed = {
    {10, 400}, {kInfinity, 200}, {30, 30}, {kInfinity, 100}, {20, 300}};

TEST(ExpectedRuntime, ChargesFailuresTheirOwnOrTheLargestBudget) {
  EXPECT_EQ(successes(kMixed), 3U);
  EXPECT_EQ(success_rate(kMixed), 0.6);
  EXPECT_EQ(expected_runtime(kMixed), 120);
  EXPECT_EQ(expected_runtime(kMixed, Charge::largest_budget), (60.0 + 2 * 400) / 3);
  EXPECT_NEAR(success_performance(kMixed), 20 / 0.6, kRounding * 40);
  EXPECT_EQ(penalised_average_runtime(kMixed), (60.0 + 2 * 4000) / 5);
}

TEST(ExpectedRuntime, IsTheSameForBothChargesIfBudgetsAreEqual) {
  std::vector<RunLength> lengths = kMixed;
  for (RunLength& length : lengths) length.budget = 500;
  EXPECT_EQ(expected_runtime(lengths), expected_runtime(lengths, Charge::largest_budget));
}

TEST(ExpectedRuntime, IsInfiniteWithoutSuccessAndTheMeanWithoutFailure) {
  const std::vector<RunLength> failures = {{kInfinity, 10}, {kInfinity, 20}};
  EXPECT_EQ(expected_runtime(failures), kInfinity);
  EXPECT_EQ(success_performance(failures), kInfinity);
  EXPECT_EQ(average_evaluations(failures), 15);
  EXPECT_EQ(penalised_average_runtime(failures), 200);
  const std::vector<RunLength> hits = {{10, 99}, {20, 99}};
  for (const auto measure : {success_performance, penalised_average_runtime}) {
    EXPECT_EQ(measure(hits), expected_runtime(hits));
  }
}

TEST(ExpectedRuntime, IsTheAverageByTheSuccessRate) {
  const std::vector<Descent> runs = some_descents(30, 1);
  for (const double target : {1.0, 1e-3, 1e-8}) {
    const std::vector<RunLength> lengths = run_lengths(runs, target);
    const double expected = average_evaluations(lengths) / success_rate(lengths);
    EXPECT_NEAR(expected_runtime(lengths), expected, kRounding * expected) << target;
  }
}

TEST(ExpectedRuntime, DoesNotDependOnTheOrderOfTheRuns) {
  std::vector<Descent> runs = some_descents(30, 2);
  const double ert = expected_runtime(run_lengths(runs, 1e-8));
  std::reverse(runs.begin(), runs.end());
  EXPECT_EQ(expected_runtime(run_lengths(runs, 1e-8)), ert);  // sums of whole numbers are exact
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// The sum of a success and a geometric number of failures; its variance, which the derandomised
// first draw can only lower, is Var(T) + E(failures) Var(M) + Var(failures) E(M)^2.
double restart_variance(const std::vector<RunLength>& lengths) {
  std::vector<double> hits;
  std::vector<double> failures;
  for (const RunLength& x : lengths) (x.is_success() ? hits : failures).push_back(x.spent());
  const auto variance = [](const std::vector<double>& values) {
    double squares = 0;
    for (const double x : values) squares += (x - mean(values)) * (x - mean(values));
    return squares / static_cast<double>(values.size());
  };
  const double p = success_rate(lengths);
  return variance(hits) + (1 - p) / p * variance(failures) +
         (1 - p) / (p * p) * mean(failures) * mean(failures);
}

TEST(SimulatedRestarts, HaveErtAsTheirMean) {
  constexpr std::size_t kDraws = 100'000;
  constexpr double kDeviations = 5;  // of the mean; missed by chance once in two million times
  const double bound = kDeviations * std::sqrt(restart_variance(kMixed) / kDraws);
  const std::vector<double> sample = simulated_run_lengths(kMixed, kDraws, Stream(3));
  EXPECT_NEAR(mean(sample), expected_runtime(kMixed), bound);
}

double share_of(const std::vector<double>& sample, double value) {
  return static_cast<double>(std::count(sample.begin(), sample.end(), value)) /
         static_cast<double>(sample.size());
}

// A success costs 1, a failure 10: 1 + 10 k in a share of p (1 - p)^k.
TEST(SimulatedRestarts, FailAGeometricNumberOfTimes) {
  constexpr std::size_t kDraws = 100'000;
  constexpr double kDeviations = 5;
  const std::vector<RunLength> lengths = {
      {1, 9}, {kInfinity, 10}, {kInfinity, 10}, {kInfinity, 10}};
  const std::vector<double> sample = simulated_run_lengths(lengths, kDraws, Stream(5));
  for (int k = 0; k < 8; ++k) {
    const double share = 0.25 * std::pow(0.75, k);
    const double bound = kDeviations * std::sqrt(share * (1 - share) / kDraws);
    EXPECT_NEAR(share_of(sample, 1 + 10 * k), share, bound) << k;
  }
}

// Rows of failures that are longer than what is drawn of their costs.
TEST(SimulatedRestarts, HaveErtAsTheirMeanWhereSuccessIsRare) {
  constexpr std::size_t kCells = 20'000;
  std::vector<RunLength> lengths;
  for (std::size_t i = 0; i < kCells; ++i) lengths.push_back({kInfinity, i % 2 == 0 ? 30.0 : 50.0});
  lengths[7] = {20, 40};
  const std::vector<double> sample = simulated_run_lengths(lengths, kCells, Stream(6));
  constexpr double kDeviations = 5;
  const double bound = kDeviations * std::sqrt(restart_variance(lengths) / kCells);
  EXPECT_NEAR(mean(sample), expected_runtime(lengths), bound);
}

TEST(SimulatedRestarts, DoNotDependOnTheScaleOfBudgets) {
  std::vector<RunLength> scaled = kMixed;
  for (RunLength& length : scaled) length = {8 * length.hit, 8 * length.budget};
  std::vector<double> sample = simulated_run_lengths(kMixed, 200, Stream(1));
  for (double& length : sample) length *= 8;
  EXPECT_EQ(simulated_run_lengths(scaled, 200, Stream(1)), sample);
}

TEST(SimulatedRestarts, AreTheDataIfAllRunsSucceeded) {
  const std::vector<RunLength> hits = {{10, 99}, {20, 99}, {30, 99}};
  std::vector<double> sample = simulated_run_lengths(hits, balanced_count(3, 4), Stream(1));
  std::sort(sample.begin(), sample.end());
  EXPECT_EQ(sample, (std::vector<double>{10, 10, 20, 20, 30, 30}));
}

TEST(SimulatedRestarts, AreInfiniteIfNoRunSucceeded) {
  const std::vector<RunLength> failures = {{kInfinity, 10}};
  const std::vector<double> sample = simulated_run_lengths(failures, 4, Stream(1));
  EXPECT_EQ(sample, std::vector<double>(4, kInfinity));
  EXPECT_EQ(dispersion(sample), kInfinity);
}

TEST(SimulatedRestarts, AreTheSameForTheSameStream) {
  EXPECT_EQ(simulated_run_lengths(kMixed, 50, Stream(1)),
            simulated_run_lengths(kMixed, 50, Stream(1)));
  EXPECT_NE(simulated_run_lengths(kMixed, 50, Stream(1)),
            simulated_run_lengths(kMixed, 50, Stream(2)));
}

TEST(Dispersion, IsHalfOfWhatLiesBetweenTheOuterTenths) {
  std::vector<double> sample(10);
  std::iota(sample.begin(), sample.end(), 1.0);
  EXPECT_EQ(dispersion(sample), 4);  // percentiles 10 and 90 of 1..10 are 1.5 and 9.5
}

}  // namespace sweep::expected_runtime_test
