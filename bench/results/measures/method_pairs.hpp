#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "bench/results/inference/bayesian_signed_rank.hpp"
#include "bench/results/inference/hodges_lehmann.hpp"
#include "bench/results/measures/problem_scores.hpp"

namespace sweep {

/// The difference of normalised regret, a hundredth of what lies between the best and the worst
/// cell, that makes no difference in practice.
inline constexpr double kSameInPractice = 0.01;

/// Two methods over the problems on which both have cells. Differences are the second one's score
/// less the first one's, so that what is above 0 speaks for the first.
struct MethodPair {
  std::size_t first = 0;  // places among the methods of the scores
  std::size_t second = 0;
  std::size_t problems = 0;
  std::size_t wins = 0;    // problems where the first is better by more than kSameInPractice
  std::size_t losses = 0;  // where the second is
  double a12 = 0.5;        // that a cell of the first is better than one of the second, mean
  Shift shift;             // Hodges and Lehmann's, of the differences
  double lead = 0;         // W+ - W- of the signed-rank test: above 0 it speaks for the first
  double p = 1;            // of that test, two-sided
  double p_holm = 1;       // corrected for all pairs
  Posterior posterior;     // left: the second is better, right: the first is

  [[nodiscard]] std::size_t ties() const { return problems - wins - losses; }
};

/// Every two of the methods that share a problem, in the order in which their places are listed,
/// which is that of `first` and `second` too. The posteriors of all of them are of the same draws.
std::vector<MethodPair> method_pairs(const MethodScores& scores,
                                     std::span<const std::size_t> methods);

}  // namespace sweep
