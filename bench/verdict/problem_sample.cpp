#include "bench/verdict/problem_sample.hpp"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "bench/results/measures/paired_differences.hpp"

namespace sweep {
namespace {

/// The losses of the cells of one objective, pair by pair.
struct Outcomes {
  std::vector<double> base;
  std::vector<double> candidate;
};

std::size_t distinct_of(const Outcomes& outcomes) {
  std::set<std::pair<double, double>> distinct;
  for (std::size_t i = 0; i < outcomes.base.size(); ++i) {
    distinct.emplace(outcomes.base[i], outcomes.candidate[i]);
  }
  return distinct.size();
}

void add_objective(const Outcomes& outcomes, ProblemSample& sample) {
  const std::vector<double> differences = paired_differences(outcomes.base, outcomes.candidate);
  sample.differences.insert(sample.differences.end(), differences.begin(), differences.end());
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
    Outcomes& outcomes = by_objective[pair.objective];
    outcomes.base.push_back(losses->base);
    outcomes.candidate.push_back(losses->candidate);
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
