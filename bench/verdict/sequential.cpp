#include "bench/verdict/sequential.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <string>

#include "bench/results/inference/sequential_bounds.hpp"

namespace sweep {
namespace {

/// What |z| has to reach at a look.
struct LookBounds {
  double different;
  double same;
};

Judgement judgement_at(const ProblemVerdict& problem, const LookBounds& bounds) {
  if (const auto untested = untested_judgement(problem)) return *untested;
  if (problem.z_worse >= bounds.different) return Judgement::worse;
  if (problem.z_better <= -bounds.different) return Judgement::better;
  const bool is_same =
      problem.tolerance > 0 && problem.z_worse <= -bounds.same && problem.z_better >= bounds.same;
  return is_same ? Judgement::same : Judgement::inconclusive;
}

// Single problems, and methods with several: as many at every look, whatever has been settled.
std::size_t tests_of(const GateVerdict& verdict) {
  std::map<std::string, std::size_t> problems;
  for (const ProblemVerdict& problem : verdict.problems) ++problems[problem.method];
  const auto with_several = std::count_if(problems.begin(), problems.end(),
                                          [](const auto& method) { return method.second > 1; });
  return verdict.problems.size() + static_cast<std::size_t>(with_several);
}

}  // namespace

void apply_look(GateVerdict& verdict, const SequentialPlan& plan, int look) {
  verdict.test = GateTest::looks;
  if (!verdict.reason.empty() || verdict.identical == verdict.problems.size()) return;
  const double alpha = verdict.rule.alpha;
  const auto tests = static_cast<double>(tests_of(verdict));
  const LookBounds bounds{wang_tsiatis_bound(look, plan.looks, alpha / tests),
                          wang_tsiatis_bound(look, plan.looks, 2 * alpha)};
  for (ProblemVerdict& problem : verdict.problems) {
    problem.judgement = judgement_at(problem, bounds);
  }
  for (ProblemVerdict& all : verdict.pooled) all.judgement = judgement_at(all, bounds);
  verdict.judgement = overall_judgement(verdict);
  verdict.notes.push_back(fmt::format(
      "sequential: stopped at look {} of {}, with {} of {} {}; |z| has to reach {:.3f} there", look,
      plan.looks, plan.most_at(look), plan.most, plan.unit, bounds.different));
}

GateVerdict judge_look(const Side& base, const Side& candidate, const VerdictRule& rule,
                       const SequentialPlan& plan, int look) {
  GateVerdict verdict = judge(base, candidate, rule);
  apply_look(verdict, plan, look);
  return verdict;
}

bool is_settled(const GateVerdict& verdict) {
  if (verdict.judgement == Judgement::not_comparable || verdict.judgement == Judgement::worse) {
    return true;
  }
  return std::all_of(
      verdict.problems.begin(), verdict.problems.end(), [](const ProblemVerdict& problem) {
        return problem.sample.is_identical || problem.judgement != Judgement::inconclusive;
      });
}

void add_cells(Side& side, const Side& more) {
  if (side.cells.empty()) {
    side = more;
    return;
  }
  assert(side.methods == more.methods && side.objectives == more.objectives);
  side.cells.insert(side.cells.end(), more.cells.begin(), more.cells.end());
  sort_cells(side);
}

}  // namespace sweep
