#pragma once

#include <cstddef>
#include <vector>

#include "bench/results/inference/friedman.hpp"
#include "bench/results/measures/problem_scores.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {

/// How a method stands among the others, over the problems on which all of them have cells. The
/// intervals are of 95 %, by a BCa bootstrap over problems: for problems like these.
struct RankedMethod {
  std::size_t method = 0;           // its place among the methods of the scores
  Estimate rank;                    // the mean of its ranks; n is 0 if there is no such problem
  Estimate regret;                  // the mean of its scores
  std::size_t best = 0;             // problems on which no method has a lower score
  std::vector<std::size_t> groups;  // which groups of methods that are not told apart it is in
};

/// Methods by mean rank, the best first, with Friedman's test and Nemenyi's groups.
struct MethodRanking {
  std::size_t problems = 0;  // on which every method has cells
  std::vector<RankedMethod> methods;
  Friedman test;
  double critical_difference = 0;                // at 5 %
  std::vector<std::vector<std::size_t>> groups;  // of places in `methods`; see rank_groups()
};

/// The ranking; its draws are keyed and the same for every method, so that intervals are paired.
MethodRanking ranking_of(const MethodScores& scores);

}  // namespace sweep
