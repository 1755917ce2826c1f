// What COCO's post-processing makes of sample logs: measures.json.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <cmath>

#include "algorithms/space/real_limits.hpp"
#include "bench/results/measures/ecdf.hpp"
#include "bench/results/measures/expected_runtime.hpp"
#include "bench/results/measures/percentile.hpp"
#include "bench/results/measures/run_comparison.hpp"
#include "bench/results/measures/run_length_pool.hpp"
#include "bench/results/measures/targets.hpp"
#include "tests/golden/vectors.hpp"
#include "tests/support/coco_log.hpp"

namespace sweep::coco_vectors_test {

constexpr double kTolerance = 1e-9;  // relative: sums of 15 numbers, and a normal tail

void expect_near(double value, double expected) {
  if (std::isinf(expected)) {
    EXPECT_EQ(value, expected);
  } else {
    EXPECT_NEAR(value, expected, kTolerance * std::max(1.0, std::abs(expected)));
  }
}

const Value& vectors() {
  static const Value all = read_vectors("measures.json");
  return all;
}

int as_int(const Value& value) { return static_cast<int>(as_integer(value)); }

// null stands for a number that is infinite.
double real_or_infinity(const Value& value) { return value.is_null() ? kInfinity : as_real(value); }

std::string folder_of(const Value& algorithm) {
  return fmt::format("{}/golden/coco-logs/{}", SWEEP_TEST_DATA, as_text(algorithm));
}

std::vector<Descent> runs_of(const Value& algorithm, const Value& vector_case) {
  return read_coco_log(folder_of(algorithm), as_int(at(vector_case, "f")),
                       as_int(at(vector_case, "d")));
}

// What cocopp's test sees of runs: evaluations to the target are of all lines, precisions above it
// of those lines only that are there whatever was reached.
std::vector<Descent> compared_runs(const Value& algorithm, const Value& vector_case,
                                   double target) {
  std::vector<Descent> runs = read_coco_log_by_evaluation(
      folder_of(algorithm), as_int(at(vector_case, "f")), as_int(at(vector_case, "d")));
  const std::vector<Descent> whole = runs_of(algorithm, vector_case);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    std::erase_if(runs[i].drops, [&](const Drop& drop) { return drop.precision <= target; });
    for (const Drop& drop : whole[i].drops) {
      if (drop.precision <= target) runs[i].drops.push_back(drop);
    }
  }
  return runs;
}

void expect_target(const std::vector<RunLength>& lengths, const Value& data_set, std::size_t i) {
  const List& evaluations = as_list(as_list(at(data_set, "evals")).at(i));
  ASSERT_EQ(lengths.size(), evaluations.size());
  for (std::size_t run = 0; run < lengths.size(); ++run) {
    EXPECT_EQ(lengths[run].hit, real_or_infinity(evaluations[run])) << "run " << run;
  }
  EXPECT_EQ(successes(lengths),
            static_cast<std::size_t>(as_integer(as_list(at(data_set, "successes")).at(i))));
  expect_near(expected_runtime(lengths), real_or_infinity(as_list(at(data_set, "ert")).at(i)));
  expect_near(average_evaluations(lengths), as_real(as_list(at(data_set, "average_evals")).at(i)));
}

TEST(CocoVectors, HaveTheSameRunLengthsErtAndSuccesses) {
  const List& data_sets = as_list(at(vectors(), "datasets"));
  ASSERT_EQ(data_sets.size(), 12u);
  for (const Value& data_set : data_sets) {
    const std::vector<Descent> runs = runs_of(at(data_set, "alg"), data_set);
    const std::vector<double> budgets = as_reals(at(data_set, "maxevals"));
    ASSERT_EQ(runs.size(), budgets.size());
    for (std::size_t run = 0; run < runs.size(); ++run) {
      EXPECT_EQ(counted_evaluations(runs[run]), budgets[run]);
      expect_near(runs[run].drops.back().precision, as_reals(at(data_set, "final")).at(run));
    }
    const List& targets = as_list(at(data_set, "targets_exp5"));
    for (std::size_t i = 0; i < targets.size(); ++i) {
      SCOPED_TRACE(
          fmt::format("f{} target 10^({}/5)", as_int(at(data_set, "f")), as_int(targets[i])));
      expect_target(run_lengths(runs, grid_target(as_int(targets[i]))), data_set, i);
    }
  }
}

TEST(CocoVectors, HaveTheSameEcdf) {
  const std::vector<double> targets = run_length_targets();
  for (const Value& data_set : as_list(at(vectors(), "datasets"))) {
    const std::vector<Descent> runs = runs_of(at(data_set, "alg"), data_set);
    const double dimension = as_real(at(data_set, "d"));
    const Ecdf reached(pooled_run_lengths(runs, targets, dimension));
    ASSERT_EQ(reached.sorted().size(), targets.size() * runs.size());
    for (const Value& point : as_list(at(data_set, "ecdf"))) {
      const double budget = as_real(as_list(point).at(0));
      expect_near(reached.at(budget), as_real(as_list(point).at(1)));
    }
  }
}

TEST(CocoVectors, HaveTheSameSignificance) {
  const List& comparisons = as_list(at(vectors(), "significance"));
  ASSERT_EQ(comparisons.size(), 6u);
  for (const Value& comparison : comparisons) {
    const List& targets = as_list(at(comparison, "targets_exp5"));
    for (std::size_t i = 0; i < targets.size(); ++i) {
      SCOPED_TRACE(fmt::format("f{} {}-D target 10^({}/5)", as_int(at(comparison, "f")),
                               as_int(at(comparison, "d")), as_int(targets[i])));
      const double target = grid_target(as_int(targets[i]));
      const RankSum result =
          compare_runs(compared_runs(at(comparison, "first"), comparison, target),
                       compared_runs(at(comparison, "second"), comparison, target), target);
      expect_near(result.z, as_reals(at(comparison, "z")).at(i));
      expect_near(result.p, as_reals(at(comparison, "p")).at(i));
    }
  }
}

TEST(CocoVectors, HaveTheSameRankSums) {
  for (const Value& test : as_list(at(vectors(), "ranksum"))) {
    const RankSum result = rank_sum_test(as_reals(at(test, "x")), as_reals(at(test, "y")));
    expect_near(result.z, as_real(at(test, "z")));
    expect_near(result.p, as_real(at(test, "p")));
  }
}

TEST(CocoVectors, HaveTheSamePercentiles) {
  for (const Value& sample : as_list(at(vectors(), "percentiles"))) {
    const std::vector<double> percents = as_reals(at(sample, "percentiles"));
    for (std::size_t i = 0; i < percents.size(); ++i) {
      expect_near(percentile(as_reals(at(sample, "x")), percents[i]),
                  as_reals(at(sample, "values")).at(i));
    }
  }
}

TEST(CocoVectors, HaveTheSameSuccessPerformance) {
  for (const Value& sample : as_list(at(vectors(), "sp"))) {
    const std::vector<double> evaluations = as_reals(at(sample, "evals"));
    std::vector<RunLength> lengths;
    for (std::size_t i = 0; i < evaluations.size(); ++i) {
      const bool is_success = as_real(as_list(at(sample, "success")).at(i)) > 0;
      lengths.push_back({is_success ? evaluations[i] : kInfinity, evaluations[i]});
    }
    expect_near(expected_runtime(lengths), real_or_infinity(at(sample, "ert")));
    expect_near(success_rate(lengths), as_real(at(sample, "rate")));
    expect_near(success_performance(lengths), real_or_infinity(at(sample, "sp1")));
  }
}

}  // namespace sweep::coco_vectors_test
