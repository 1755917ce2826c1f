#include "bench/results/measures/run_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "bench/results/measures/expected_runtime.hpp"
#include "bench/results/measures/run_length.hpp"

namespace sweep {
namespace {

double least_budget_in_vain(std::span<const RunLength> lengths) {
  double least = std::numeric_limits<double>::infinity();
  for (const RunLength& length : lengths) {
    if (!length.is_success()) least = std::min(least, length.budget);
  }
  return least;
}

std::vector<double> scores(std::span<const Descent> descents, std::span<const RunLength> lengths,
                           double until) {
  std::vector<double> result;
  for (std::size_t i = 0; i < descents.size(); ++i) {
    const bool in_time = lengths[i].is_success() && lengths[i].hit <= until;
    result.push_back(in_time ? 1 / lengths[i].hit : -precision_after(descents[i], until));
  }
  return result;
}

// Whether ERT and average evaluations say as well that `better` is the better one.
bool is_confirmed(std::span<const RunLength> better, std::span<const RunLength> worse) {
  const double ert = expected_runtime(better);
  if (ert > expected_runtime(worse)) return false;
  return std::isinf(ert) || average_evaluations(better) < average_evaluations(worse);
}

}  // namespace

RunScores run_scores(std::span<const Descent> first, std::span<const Descent> second, double target,
                     double end) {
  const std::vector<RunLength> first_lengths = run_lengths(first, target, end);
  const std::vector<RunLength> second_lengths = run_lengths(second, target, end);
  const double until =
      std::min(least_budget_in_vain(first_lengths), least_budget_in_vain(second_lengths));
  return {scores(first, first_lengths, until), scores(second, second_lengths, until)};
}

RankSum compare_runs(std::span<const Descent> first, std::span<const Descent> second, double target,
                     double end) {
  const RunScores both = run_scores(first, second, target, end);
  RankSum result = rank_sum_test(both.first, both.second);
  const std::vector<RunLength> first_lengths = run_lengths(first, target, end);
  const std::vector<RunLength> second_lengths = run_lengths(second, target, end);
  const bool confirmed = result.z >= 0 ? is_confirmed(first_lengths, second_lengths)
                                       : is_confirmed(second_lengths, first_lengths);
  if (!confirmed) result.p = 1;
  return result;
}

}  // namespace sweep
