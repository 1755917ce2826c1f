#include "bench/results/measures/method_pairs.hpp"

#include <algorithm>
#include <utility>

#include "bench/results/inference/effect_size.hpp"
#include "bench/results/inference/signed_rank.hpp"
#include "bench/results/measures/multiple_tests.hpp"

namespace sweep {
namespace {

/// What two methods share, problem by problem.
struct SharedProblems {
  std::vector<double> differences;
  double a12_sum = 0;

  SharedProblems(const MethodScores& scores, std::size_t first, std::size_t second) {
    for (const ScoredProblem& problem : scores.problems) {
      if (problem.regrets[first].empty() || problem.regrets[second].empty()) continue;
      differences.push_back(problem.scores[second] - problem.scores[first]);
      a12_sum += vargha_delaney(problem.regrets[second], problem.regrets[first]);
    }
  }
};

std::size_t count_above(std::span<const double> values, double limit) {
  return static_cast<std::size_t>(
      std::count_if(values.begin(), values.end(), [&](double x) { return x > limit; }));
}

std::size_t count_below(std::span<const double> values, double limit) {
  return static_cast<std::size_t>(
      std::count_if(values.begin(), values.end(), [&](double x) { return x < limit; }));
}

MethodPair pair_of(std::size_t first, std::size_t second, const SharedProblems& shared) {
  const std::vector<double>& differences = shared.differences;
  MethodPair pair;
  pair.first = first;
  pair.second = second;
  pair.problems = differences.size();
  pair.wins = count_above(differences, kSameInPractice);
  pair.losses = count_below(differences, -kSameInPractice);
  pair.a12 = shared.a12_sum / static_cast<double>(differences.size());
  pair.shift = paired_shift(differences);
  const SignedRank test = signed_rank(shifted(differences, 0), Alternative::two_sided);
  pair.lead = test.w_plus - test.w_minus;
  pair.p = test.p;
  return pair;
}

void correct(std::vector<MethodPair>& pairs) {
  std::vector<double> p_values(pairs.size());
  std::transform(pairs.begin(), pairs.end(), p_values.begin(), [](auto& pair) { return pair.p; });
  const std::vector<double> corrected = holm(p_values);
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i].p_holm = corrected[i];
}

void add_posteriors(std::span<const std::vector<double>> differences,
                    std::vector<MethodPair>& pairs) {
  const std::vector<Posterior> posteriors =
      bayesian_signed_ranks(differences, kSameInPractice, Stream(0).child("bayesian signed rank"));
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i].posterior = posteriors[i];
}

}  // namespace

std::vector<MethodPair> method_pairs(const MethodScores& scores,
                                     std::span<const std::size_t> methods) {
  std::vector<MethodPair> pairs;
  std::vector<std::vector<double>> differences;
  for (std::size_t i = 0; i < methods.size(); ++i) {
    for (std::size_t j = i + 1; j < methods.size(); ++j) {
      SharedProblems shared(scores, methods[i], methods[j]);
      if (shared.differences.empty()) continue;
      pairs.push_back(pair_of(methods[i], methods[j], shared));
      differences.push_back(std::move(shared.differences));
    }
  }
  correct(pairs);
  add_posteriors(differences, pairs);
  return pairs;
}

}  // namespace sweep
