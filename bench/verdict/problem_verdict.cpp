#include "bench/verdict/problem_verdict.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bench/results/inference/detectable_effect.hpp"
#include "bench/results/inference/signed_rank.hpp"
#include "bench/results/measures/multiple_tests.hpp"

namespace sweep {
namespace {

using Differences = std::vector<double>;

bool are_all_equal(const ProblemSample& sample) {
  return sample.is_identical || (!sample.differences.empty() && sample.has_course &&
                                 std::all_of(sample.differences.begin(), sample.differences.end(),
                                             [](double d) { return d == 0; }));
}

// Standard deviation of those that are finite; nothing of fewer than two.
std::optional<double> spread_of(const Differences& differences) {
  double n = 0;
  double mean = 0;
  double squares = 0;
  for (const double d : differences) {
    if (!std::isfinite(d)) continue;
    const double before = mean;
    mean += (d - mean) / ++n;
    squares += (d - before) * (d - mean);
  }
  if (n < 2) return std::nullopt;
  return std::sqrt(squares / (n - 1));
}

// The difference has to be told from the nearer edge of the tolerance.
std::optional<std::size_t> pairs_to_settle(double spread, double estimate, double tolerance) {
  const double distance = std::abs(std::abs(estimate) - tolerance);
  const auto is_enough = [&](std::size_t pairs) {
    return detectable_effect(pairs) * spread <= distance;
  };
  if (!std::isfinite(distance) || !is_enough(kMostPairsAdvised)) return std::nullopt;
  std::size_t few = kFewestPairs - 1;
  std::size_t many = kMostPairsAdvised;
  while (few + 1 < many) {
    const std::size_t middle = (few + many) / 2;
    (is_enough(middle) ? many : few) = middle;
  }
  return many;
}

void add_power(ProblemVerdict& verdict) {
  const std::optional<double> spread = spread_of(verdict.sample.differences);
  if (!spread) return;
  const std::size_t pairs = verdict.sample.differences.size();
  if (pairs >= kFewestPairs) verdict.detectable = detectable_effect(pairs) * *spread;
  verdict.pairs_needed = pairs_to_settle(*spread, verdict.shift->estimate, verdict.tolerance);
}

ProblemVerdict named(const PairedProblem& problem) {
  ProblemVerdict verdict;
  verdict.title = problem.title();
  verdict.method = problem.method;
  verdict.function = problem.function;
  verdict.dimension = problem.dimension;
  verdict.group = problem.group;
  verdict.sample = sample_of(problem);
  return verdict;
}

void measure(ProblemVerdict& verdict, const VerdictRule& rule) {
  const Differences& differences = verdict.sample.differences;
  const double scale = std::abs(verdict.sample.base.value);
  verdict.tolerance = rule.tolerance.at(std::isfinite(scale) ? scale : 0);
  if (differences.empty()) return;
  verdict.shift = paired_shift(differences, 1 - rule.alpha);
  add_power(verdict);
  if (verdict.sample.is_identical) return;
  verdict.p_worse = signed_rank(shifted(differences, -verdict.tolerance), Alternative::greater).p;
  verdict.p_better = signed_rank(shifted(differences, verdict.tolerance), Alternative::less).p;
  if (verdict.tolerance > 0) verdict.p_same = equivalence_p(differences, verdict.tolerance);
}

// Corrects one kind of p-value over the problems that need a test.
void correct(std::vector<ProblemVerdict>& verdicts, double ProblemVerdict::*p_value) {
  std::vector<double> family;
  for (const ProblemVerdict& verdict : verdicts) {
    if (!verdict.sample.is_identical) family.push_back(verdict.*p_value);
  }
  const std::vector<double> corrected = holm(family);
  auto next = corrected.begin();
  for (ProblemVerdict& verdict : verdicts) {
    if (!verdict.sample.is_identical) verdict.*p_value = *next++;
  }
}

Judgement judgement_of(const ProblemVerdict& verdict, double alpha) {
  if (are_all_equal(verdict.sample)) return Judgement::same;
  if (!verdict.sample.has_course) return Judgement::not_comparable;
  if (verdict.sample.differences.size() < kFewestPairs) return Judgement::inconclusive;
  if (verdict.p_worse <= alpha / 2) return Judgement::worse;
  if (verdict.p_better <= alpha / 2) return Judgement::better;
  return verdict.p_same <= alpha ? Judgement::same : Judgement::inconclusive;
}

}  // namespace

void judge_samples(std::vector<ProblemVerdict>& problems, const VerdictRule& rule) {
  for (ProblemVerdict& problem : problems) measure(problem, rule);
  correct(problems, &ProblemVerdict::p_worse);
  correct(problems, &ProblemVerdict::p_better);
  for (ProblemVerdict& problem : problems) problem.judgement = judgement_of(problem, rule.alpha);
}

std::vector<ProblemVerdict> judge_problems(std::span<const PairedProblem> problems,
                                           const VerdictRule& rule) {
  std::vector<ProblemVerdict> verdicts;
  verdicts.reserve(problems.size());
  for (const PairedProblem& problem : problems) verdicts.push_back(named(problem));
  judge_samples(verdicts, rule);
  return verdicts;
}

}  // namespace sweep
