#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/verdict/problem_verdict.hpp"
#include "bench/verdict/side.hpp"

namespace sweep {

/// What a gate decides by: the p of signed ranks, their z at looks while cells are added, or a
/// count alone, which has no spread.
enum class GateTest { signed_ranks, looks, counts };

/// What a gate says of a candidate.
struct GateVerdict {
  Judgement judgement = Judgement::not_comparable;
  std::string base;  // labels
  std::string candidate;
  std::string build;  // of the candidate, and its time
  std::string time;
  std::string reason;  // why nothing compares; "" if something does
  VerdictRule rule;
  GateTest test = GateTest::signed_ranks;
  std::vector<ProblemVerdict> problems;
  std::vector<ProblemVerdict> pooled;  // of the problems of each method together
  std::vector<std::string> notes;
  std::size_t cells = 0;      // pairs of them
  std::size_t identical = 0;  // problems with equal digests

  /// Counts single problems.
  [[nodiscard]] std::size_t count(Judgement judgement) const;

  /// The verdicts on problems together that are worse or better; any other is no news.
  [[nodiscard]] std::vector<ProblemVerdict> telling() const;
};

/// The judgement as a whole: worse if any problem is, or several together are, else better if any
/// is, else inconclusive if any is, else same. Better with open problems beside it is a verdict:
/// some gain is sure, and no loss was shown.
Judgement overall_judgement(const GateVerdict& verdict);

/// Judges a candidate against a baseline, problem by problem, and as a whole. Sides that differ in
/// what they must agree in, that share no cell, or that have one pair only of each problem in which
/// they differ, do not compare.
GateVerdict judge(const Side& base, const Side& candidate, const VerdictRule& rule);

}  // namespace sweep
