#include "bench/verdict/problem_verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "bench/results/inference/shown_effect.hpp"
#include "bench/results/inference/signed_rank.hpp"
#include "bench/results/measures/descent.hpp"
#include "bench/results/measures/multiple_tests.hpp"
#include "bench/verdict/pooled_problems.hpp"

namespace sweep {
namespace {

using Differences = std::vector<double>;

/// The verdicts whose p-values are corrected for one another.
using TestFamily = std::vector<ProblemVerdict*>;

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
std::optional<std::size_t> pairs_to_settle(double spread, double alpha,
                                           const ProblemVerdict& verdict) {
  const double distance = std::abs(std::abs(verdict.shift->estimate) - verdict.tolerance);
  const auto is_enough = [&](std::size_t pairs) {
    return shown_effect(pairs, alpha) * spread <= distance;
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

// Takes the level that Holm leaves to the first of the family, and adds the tolerance.
void add_power(ProblemVerdict& verdict, double alpha) {
  const std::optional<double> spread = spread_of(verdict.sample.differences);
  if (!spread) return;
  const double shift =
      verdict.tolerance + shown_effect(verdict.sample.differences.size(), alpha) * *spread;
  if (std::isfinite(shift)) verdict.detectable = shift;
  verdict.pairs_needed = pairs_to_settle(*spread, alpha, verdict);
}

ProblemVerdict named(const PairedProblem& problem) {
  ProblemVerdict verdict;
  verdict.title = problem.title();
  verdict.method = problem.method;
  verdict.function = problem.function;
  verdict.dimension = problem.dimension;
  verdict.group = problem.group;
  verdict.sample = sample_of(problem);
  verdict.measure = verdict.sample.is_regret ? "regret" : "loss";
  return verdict;
}

bool has_share(const ProblemSample& sample) {
  return sample.base.value != 0 && std::isfinite(sample.base.value);
}

// Regrets below the last target are all alike.
double tolerance_of(const ProblemSample& sample, const Tolerance& tolerance) {
  const double share = tolerance.at(has_share(sample) ? std::abs(sample.base.value) : 0);
  const bool has_floor = tolerance.is_relative && tolerance.value > 0 && sample.is_regret;
  return has_floor ? std::max(share, kFinalTarget) : share;
}

void measure(ProblemVerdict& verdict, const VerdictRule& rule) {
  const Differences& differences = verdict.sample.differences;
  verdict.tolerance = tolerance_of(verdict.sample, rule.tolerance);
  if (differences.empty()) return;
  verdict.shift = paired_shift(differences, 1 - rule.alpha);
  if (verdict.sample.is_identical) return;
  const Differences above = shifted(differences, -verdict.tolerance);
  const Differences below = shifted(differences, verdict.tolerance);
  const SignedRank worse = signed_rank(above, Alternative::greater);
  const SignedRank better = signed_rank(below, Alternative::less);
  verdict.z_worse = worse.z;
  verdict.z_better = better.z;
  verdict.p_worse = worse.p;
  verdict.p_better = better.p;
  if (verdict.tolerance > 0) verdict.p_same = equivalence_p(differences, verdict.tolerance);
}

// The problems that need a test, and those that stand for several.
TestFamily test_family(std::span<ProblemGroup> groups) {
  TestFamily family;
  for (ProblemGroup& group : groups) {
    for (ProblemVerdict& problem : group.problems) {
      if (!problem.sample.is_identical) family.push_back(&problem);
    }
    for (ProblemVerdict& all : group.pooled) family.push_back(&all);
  }
  return family;
}

void correct(const TestFamily& family, double ProblemVerdict::*p_value) {
  std::vector<double> p_values;
  p_values.reserve(family.size());
  for (const ProblemVerdict* verdict : family) p_values.push_back(verdict->*p_value);
  const std::vector<double> corrected = holm(p_values);
  for (std::size_t i = 0; i < family.size(); ++i) family[i]->*p_value = corrected[i];
}

Judgement judgement_of(const ProblemVerdict& verdict, double alpha) {
  if (const auto untested = untested_judgement(verdict)) return *untested;
  if (verdict.p_worse <= alpha / 2) return Judgement::worse;
  if (verdict.p_better <= alpha / 2) return Judgement::better;
  return verdict.p_same <= alpha ? Judgement::same : Judgement::inconclusive;
}

}  // namespace

std::optional<std::string> tolerance_note(const ProblemVerdict& verdict,
                                          const Tolerance& tolerance) {
  const ProblemSample& sample = verdict.sample;
  const bool is_floor = sample.is_regret && sample.base.value == 0;
  const bool is_asked = tolerance.is_relative && tolerance.value > 0 && sample.cells > 0;
  if (!is_asked || sample.is_identical || has_share(sample) || is_floor) return std::nullopt;
  return fmt::format(
      "{}: the median of the baseline is {:g}, of which {} is no number: the tolerance there is "
      "{:g}; give it as a difference, --tolerance 0.01",
      verdict.title, sample.base.value, to_text(tolerance), verdict.tolerance);
}

std::optional<Judgement> untested_judgement(const ProblemVerdict& verdict) {
  if (are_all_equal(verdict.sample)) return Judgement::same;
  if (!verdict.sample.has_course) return Judgement::not_comparable;
  if (verdict.sample.differences.size() < kFewestPairs) return Judgement::inconclusive;
  return std::nullopt;
}

std::vector<ProblemVerdict> sampled_problems(std::span<const PairedProblem> problems) {
  std::vector<ProblemVerdict> verdicts;
  verdicts.reserve(problems.size());
  for (const PairedProblem& problem : problems) verdicts.push_back(named(problem));
  return verdicts;
}

void judge_groups(std::span<ProblemGroup> groups, const VerdictRule& rule) {
  for (ProblemGroup& group : groups) {
    for (ProblemVerdict& problem : group.problems) measure(problem, rule);
    group.pooled = pooled_problems(group.problems);
  }
  const TestFamily family = test_family(groups);
  correct(family, &ProblemVerdict::p_worse);
  correct(family, &ProblemVerdict::p_better);
  for (ProblemVerdict* verdict : family) verdict->judgement = judgement_of(*verdict, rule.alpha);
  const double level = rule.alpha / static_cast<double>(std::max<std::size_t>(1, family.size()));
  for (ProblemGroup& group : groups) {
    for (ProblemVerdict& problem : group.problems) {
      if (problem.sample.is_identical) problem.judgement = Judgement::same;
      add_power(problem, level);
    }
  }
}

std::vector<ProblemVerdict> judge_together(std::vector<ProblemVerdict>& problems,
                                           const VerdictRule& rule) {
  ProblemGroup group{std::move(problems), {}};
  judge_groups({&group, 1}, rule);
  problems = std::move(group.problems);
  return std::move(group.pooled);
}

}  // namespace sweep
