#include "bench/verdict/gate_verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sweep {
namespace {

// Nothing that differs was measured twice, whatever is identical beside it.
bool differs_in_single_pairs(const GateVerdict& verdict) {
  if (verdict.identical == verdict.problems.size()) return false;
  return std::all_of(verdict.problems.begin(), verdict.problems.end(),
                     [](const ProblemVerdict& problem) {
                       return problem.sample.is_identical || problem.sample.cells < 2;
                     });
}

bool has_no_loss(const GateVerdict& verdict) {
  return std::all_of(
      verdict.problems.begin(), verdict.problems.end(), [](const ProblemVerdict& problem) {
        return std::isinf(problem.sample.base.value) && std::isinf(problem.sample.candidate.value);
      });
}

std::string reason_against(const GateVerdict& verdict) {
  for (const ProblemVerdict& problem : verdict.problems) {
    if (problem.judgement != Judgement::not_comparable) continue;
    return fmt::format(
        "{}: a scheduler stopped trials, and losses after equally many steps are not stored: run "
        "both sides with --record trials, and approve again what is an approved summary",
        problem.title);
  }
  if (verdict.cells == 0) return "nothing was measured: there is no cell to compare";
  if (has_no_loss(verdict)) return "nothing was measured: no trial of either side has a loss";
  if (differs_in_single_pairs(verdict)) {
    return fmt::format(
        "nothing was measured: {} and {} differ, and one seed shows no more; run at least {}",
        verdict.base, verdict.candidate, kFewestPairs);
  }
  return "";
}

}  // namespace

std::size_t GateVerdict::count(Judgement wanted) const {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(),
                    [&](const ProblemVerdict& problem) { return problem.judgement == wanted; }));
}

std::vector<ProblemVerdict> GateVerdict::telling() const {
  std::vector<ProblemVerdict> telling;
  for (const ProblemVerdict& all : pooled) {
    const bool tells = all.judgement == Judgement::worse || all.judgement == Judgement::better;
    if (tells) telling.push_back(all);
  }
  return telling;
}

Judgement overall_judgement(const GateVerdict& verdict) {
  const auto is_any = [&](Judgement wanted) {
    const auto is_it = [&](const ProblemVerdict& one) { return one.judgement == wanted; };
    return std::any_of(verdict.pooled.begin(), verdict.pooled.end(), is_it) ||
           verdict.count(wanted) > 0;
  };
  if (is_any(Judgement::worse)) return Judgement::worse;
  if (is_any(Judgement::better)) return Judgement::better;
  if (verdict.count(Judgement::inconclusive) > 0) return Judgement::inconclusive;
  return Judgement::same;
}

GateVerdict judge(const Side& base, const Side& candidate, const VerdictRule& rule) {
  GateVerdict verdict;
  verdict.base = base.label;
  verdict.candidate = candidate.label;
  verdict.build = candidate.build;
  verdict.time = candidate.time;
  verdict.rule = rule;
  Pairing pairing = paired(base, candidate);
  verdict.notes = std::move(pairing.notes);
  verdict.reason = std::move(pairing.refusal);
  if (verdict.reason.empty() && pairing.missing > 0) {
    verdict.reason = fmt::format("{} lacks {} of the cells that {} has: run as many seeds",
                                 candidate.label, pairing.missing, base.label);
  }
  if (!verdict.reason.empty()) return verdict;
  verdict.problems = sampled_problems(pairing.problems);
  verdict.pooled = judge_together(verdict.problems, rule);
  for (const ProblemVerdict& problem : verdict.problems) {
    verdict.cells += problem.sample.cells;
    if (problem.sample.is_identical) ++verdict.identical;
    if (auto note = tolerance_note(problem, rule.tolerance)) {
      verdict.notes.push_back(*std::move(note));
    }
  }
  verdict.reason = reason_against(verdict);
  if (verdict.reason.empty()) verdict.judgement = overall_judgement(verdict);
  return verdict;
}

}  // namespace sweep
