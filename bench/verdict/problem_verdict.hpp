#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bench/results/inference/hodges_lehmann.hpp"
#include "bench/verdict/judgement.hpp"
#include "bench/verdict/pairing.hpp"
#include "bench/verdict/problem_sample.hpp"
#include "bench/verdict/tolerance.hpp"

namespace sweep {

/// How verdicts are reached.
struct VerdictRule {
  double alpha = 0.05;  // the chance of any false "worse" or "better" among all problems
  Tolerance tolerance;
};

/// What is said of one problem. Differences are candidate less baseline, in units of the measure.
struct ProblemVerdict {
  std::string title;     // "tpe on bbob/f8 in 5-D"
  std::string method;    // "tpe", or "bayes -> tpe"
  std::string function;  // "bbob/f8", or the objective
  std::optional<int> dimension;
  std::string group;    // of alike functions; "" for one of no family
  std::string measure;  // what is compared: "regret", "loss", "processor seconds", "instructions"
  Judgement judgement = Judgement::inconclusive;
  ProblemSample sample;
  double tolerance = 0;  // in units of the loss; a share of regrets is kFinalTarget at least
  std::optional<Shift> shift;
  double z_worse = 0;  // of the signed ranks of d - t, and d + t, of the same ranks as p
  double z_better = 0;
  double p_worse = 1;  // corrected for the number of tests, one side
  double p_better = 1;
  double p_same = 1;                        // of the equivalence test, as it is
  std::optional<double> detectable;         // the shift that so many pairs show in 95 % of cases
  std::optional<std::size_t> pairs_needed;  // that show a difference as seen as often
};

/// What is said before any test, if anything is: same where digests, or all losses, are equal, not
/// comparable without losses after equally many steps, inconclusive of fewer than kFewestPairs.
std::optional<Judgement> untested_judgement(const ProblemVerdict& verdict);

/// What is to be said where a share of the baseline's median is no tolerance: of an infinite one,
/// or of a loss of 0.
std::optional<std::string> tolerance_note(const ProblemVerdict& verdict,
                                          const Tolerance& tolerance);

/// The problems with their samples, not yet judged.
std::vector<ProblemVerdict> sampled_problems(std::span<const PairedProblem> problems);

/// Judges problems whose names and samples are there already, and returns what those of each method
/// say together, as pooled_problems() has it. With d the differences and t the tolerance, the first
/// that holds:
///   untested      as untested_judgement() has it
///   worse         signed-rank p of d - t, "greater", <= alpha/2, after Holm over the tests
///   better        signed-rank p of d + t, "less", <= alpha/2, after Holm likewise
///   same          p of the equivalence test <= alpha, with a tolerance above 0; of one problem
///   inconclusive  else
/// Differences that are 0 are ranked, and their ranks dropped (Pratt), in p, in z, and together.
/// Problems with equal digests are settled without a test, and no part of the family; the tests of
/// problems together are part of it.
std::vector<ProblemVerdict> judge_together(std::vector<ProblemVerdict>& problems,
                                           const VerdictRule& rule);

/// The problems of one comparison of several.
struct ProblemGroup {
  std::vector<ProblemVerdict> problems;
  std::vector<ProblemVerdict> pooled;  // of each method
};

/// Judges several comparisons as judge_together() does one, in one family of tests.
void judge_groups(std::span<ProblemGroup> groups, const VerdictRule& rule);

/// The fewest pairs of which a two-sided test at 5 % can be sure.
inline constexpr std::size_t kFewestPairs = 6;

/// No more pairs than these are ever advised.
inline constexpr std::size_t kMostPairsAdvised = 10'000;

}  // namespace sweep
