#include "bench/results/assigned_targets.hpp"

#include <limits>
#include <vector>

#include "bench/results/measures/virtual_best.hpp"

namespace sweep {
namespace {

// What each cell had come to in the end; repeats of what does not vary are one of them.
std::vector<double> outcomes_of(Problem problem) {
  std::vector<double> outcomes;
  for (const DataSet& set : problem) {
    for (const Descent& descent : set.descents) {
      outcomes.push_back(descent.drops.empty() ? std::numeric_limits<double>::infinity()
                                               : descent.drops.back().precision);
    }
  }
  return outcomes;
}

std::span<const double> expensive_reference(const DataSet& set) {
  if (set.suite != "bbob" || !set.has_optimum) return {};
  return virtual_best_erts(set.number, set.dimension, Archive::solvers_2009);
}

ProblemTargets targets_of(Problem problem, const TargetChoice& choice) {
  const DataSet& first = problem.front();
  switch (target_kind(first, choice)) {
    case TargetKind::precisions:
      return {};
    case TargetKind::budgets:
      return expensive_targets(expensive_reference(first), first.dimension);
    case TargetKind::fractions:
      break;
  }
  return fraction_targets(outcomes_of(problem), choice.fractions);
}

}  // namespace

TargetKind target_kind(const DataSet& set, const TargetChoice& choice) {
  if (choice.expensive && !expensive_reference(set).empty()) return TargetKind::budgets;
  const bool is_coco = set.suite.starts_with("bbob");
  const bool takes_coco =
      choice.rule == TargetRule::coco || (choice.rule == TargetRule::by_suite && is_coco);
  return takes_coco && set.has_optimum ? TargetKind::precisions : TargetKind::fractions;
}

void assign_targets(const TargetChoice& choice, std::span<DataSet> sets) {
  for (const Problem problem : problems_of(sets)) {
    const ProblemTargets targets = targets_of(problem, choice);
    const auto first = static_cast<std::size_t>(problem.data() - sets.data());
    for (DataSet& set : sets.subspan(first, problem.size())) set.targets = targets;
  }
}

}  // namespace sweep
