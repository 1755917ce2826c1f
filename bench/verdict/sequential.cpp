#include "bench/verdict/sequential.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "bench/results/inference/sequential_bounds.hpp"
#include "bench/results/inference/signed_rank.hpp"

namespace sweep {
namespace {

Judgement judgement_at(const ProblemVerdict& problem, double bound, bool is_last, double alpha) {
  if (problem.judgement == Judgement::not_comparable) return problem.judgement;
  const std::vector<double>& d = problem.sample.differences;
  if (signed_rank_z(shifted(d, -problem.tolerance)) >= bound) return Judgement::worse;
  if (signed_rank_z(shifted(d, problem.tolerance)) <= -bound) return Judgement::better;
  const bool is_same = is_last && problem.p_same <= alpha && d.size() >= kFewestPairs;
  return is_same ? Judgement::same : Judgement::inconclusive;
}

}  // namespace

GateVerdict judge_look(const Side& base, const Side& candidate, const VerdictRule& rule,
                       const SequentialPlan& plan, int look) {
  GateVerdict verdict = judge(base, candidate, rule);
  const std::size_t tested = verdict.problems.size() - verdict.identical;
  if (!verdict.reason.empty() || tested == 0) return verdict;
  const double bound =
      wang_tsiatis_bound(look, plan.looks, rule.alpha / static_cast<double>(tested));
  for (ProblemVerdict& problem : verdict.problems) {
    if (problem.sample.is_identical) continue;
    problem.judgement = judgement_at(problem, bound, look == plan.looks, rule.alpha);
  }
  verdict.judgement = overall_judgement(verdict);
  verdict.notes.push_back(fmt::format(
      "sequential: stopped at look {} of {}, with {} of {} seeds; |z| has to reach {:.3f} there",
      look, plan.looks, plan.seeds_at(look), plan.most_seeds, bound));
  return verdict;
}

bool is_settled(const GateVerdict& verdict) {
  if (verdict.judgement == Judgement::not_comparable || verdict.judgement == Judgement::worse) {
    return true;
  }
  return std::all_of(verdict.problems.begin(), verdict.problems.end(),
                     [](const ProblemVerdict& problem) {
                       return problem.sample.is_identical || problem.judgement == Judgement::better;
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
