#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "bench/verdict/problem_verdict.hpp"
#include "bench/verdict/side.hpp"

namespace sweep {

/// How a contender stands among all, over the problems that all of them have.
struct Standing {
  std::string label;
  double mean_rank = 1;  // of its median loss on each problem, 1 is lowest, ties share
  std::optional<std::pair<double, double>> interval;  // 95 %, over problems; none below two
  std::size_t lowest = 0;  // problems on which no other has a lower median loss
};

/// The verdicts on one contender against the first one.
struct Opponent {
  std::string label;
  std::vector<ProblemVerdict> problems;
  std::vector<ProblemVerdict> pooled;  // of the problems of each method together
  std::vector<std::string> notes;
  std::size_t wins = 0;  // problems that the signed-rank test gives to it, beyond the tolerance
  std::size_t losses = 0;
  std::size_t same = 0;
  std::size_t open = 0;      // the test does not say
  double median_change = 0;  // of the problems, as relative_change() has it

  /// The judgement over all problems: better or worse where some of them, alone or together, say so
  /// and none says the contrary.
  [[nodiscard]] Judgement judgement() const;

  /// The p of the tests of problems together, of both sides, corrected: the smallest, if there are
  /// any. The direction is that test's.
  [[nodiscard]] std::optional<double> p_together() const;
};

/// What is to be said of two or more contenders.
struct Comparison {
  std::string reason;  // why they do not compare; "" if they do
  VerdictRule rule;
  std::string first;
  std::size_t problems = 0;
  std::vector<Standing> standings;  // in the order of the contenders
  std::vector<Opponent> opponents;  // of the first, in their order
};

/// The contenders that some sides mean: each of several, or each method of a single one.
std::vector<Side> contenders_of(std::vector<Side> sides);

/// Compares all contenders by their mean ranks, and each with the first, problem by problem, by the
/// rule of judge_together(); Holm's correction is over the tests of all of them.
Comparison compare(std::span<const Side> contenders, const VerdictRule& rule);

/// The change of a problem: its shift over the larger of the two medians' sizes, from -1 to 1, so
/// that a gain weighs as much as the loss that undoes it; the sign alone where that is no number.
double relative_change(const ProblemVerdict& problem);

}  // namespace sweep
