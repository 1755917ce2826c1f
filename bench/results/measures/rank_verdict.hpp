#pragma once

#include <span>
#include <vector>

#include "bench/results/measures/method_pairs.hpp"
#include "bench/results/measures/method_ranking.hpp"

namespace sweep {

/// A test is sure up to this p.
inline constexpr double kRankLevel = 0.05;

/// How the method of the best mean rank stands to another one.
struct Rival {
  std::size_t method = 0;  // its place among the methods of the scores
  double p = 1;            // the smallest one of its tests that favours the best method, corrected
  std::size_t ahead = 0;   // problems on which the best one surely beats it; see RankVerdict
  std::size_t behind = 0;  // on which it surely beats the best one
};

/// Which method is best, and how sure that is.
///
/// Over problems, where there are enough of them: signed-rank tests of the scores, as `pairs` have
/// them, corrected by Holm for all pairs of methods; a rival counts as beaten where p is at most
/// kRankLevel. Else it speaks of these problems alone: rank-sum tests of the cells' regrets on each
/// problem, corrected by Holm for all problems and rivals, say on how many the best one is ahead.
struct RankVerdict {
  bool is_over_problems = false;
  std::size_t best = 0;
  std::vector<Rival> rivals;  // by mean rank

  /// Whether the best one surely beats it, on every problem if it is of these alone.
  [[nodiscard]] bool is_beaten(const Rival& rival, std::size_t problems) const;
};

/// All that methods are compared by.
struct RankedMethods {
  MethodScores scores;
  MethodRanking ranking;
  std::vector<MethodPair> pairs;  // in the order of the ranking
  RankVerdict verdict;            // has no rivals where no problem has cells of every method
};

RankedMethods ranked_methods(std::span<const DataSet> sets);

}  // namespace sweep
