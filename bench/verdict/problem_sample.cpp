#include "bench/verdict/problem_sample.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace sweep {
namespace {

double difference_of(const PairedLosses& losses) {
  constexpr double kRounding = 1e-12;
  if (losses.base == losses.candidate) return 0;  // both infinite, too
  const double difference = losses.candidate - losses.base;
  const double size = std::max(std::abs(losses.base), std::abs(losses.candidate));
  return std::isfinite(size) && std::abs(difference) <= kRounding * size ? 0 : difference;
}

using Outcomes = std::vector<PairedLosses>;

bool is_without_variance(const Outcomes& outcomes) {
  return std::all_of(outcomes.begin(), outcomes.end(), [&](const PairedLosses& losses) {
    return losses.base == outcomes.front().base && losses.candidate == outcomes.front().candidate;
  });
}

std::size_t distinct_of(const Outcomes& outcomes) {
  std::set<std::pair<double, double>> distinct;
  for (const PairedLosses& losses : outcomes) distinct.emplace(losses.base, losses.candidate);
  return distinct.size();
}

void add_objective(const Outcomes& outcomes, ProblemSample& sample) {
  const std::size_t observations = is_without_variance(outcomes) ? 1 : outcomes.size();
  for (std::size_t i = 0; i < observations; ++i) {
    sample.differences.push_back(difference_of(outcomes[i]));
  }
  sample.distinct += distinct_of(outcomes);
}

double above_optimum(double loss, const std::optional<double>& optimum) {
  return loss - optimum.value_or(0);
}

}  // namespace

ProblemSample sample_of(const PairedProblem& problem) {
  ProblemSample sample;
  std::map<const ComparedObjective*, Outcomes> by_objective;
  std::vector<double> base;
  std::vector<double> candidate;
  for (const CellPair& pair : problem.pairs) {
    const std::optional<PairedLosses> losses = losses_of(pair);
    sample.is_identical &= pair.base->digest == pair.candidate->digest;
    sample.is_regret &= pair.objective->optimum.has_value();
    sample.has_course &= losses.has_value();
    if (!losses) continue;
    by_objective[pair.objective].push_back(*losses);
    base.push_back(above_optimum(losses->base, pair.objective->optimum));
    candidate.push_back(above_optimum(losses->candidate, pair.objective->optimum));
  }
  sample.cells = base.size();
  for (const CellPair& pair : problem.pairs) {  // in their order, whatever their addresses
    const auto found = by_objective.find(pair.objective);
    if (found == by_objective.end()) continue;
    add_objective(found->second, sample);
    by_objective.erase(found);
  }
  if (base.empty()) return sample;
  sample.base = median_with_interval(base);
  sample.candidate = median_with_interval(candidate);
  return sample;
}

}  // namespace sweep
