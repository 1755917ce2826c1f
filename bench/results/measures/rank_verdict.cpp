#include "bench/results/measures/rank_verdict.hpp"

#include <algorithm>
#include <cmath>

#include "bench/results/inference/mann_whitney.hpp"
#include "bench/results/measures/multiple_tests.hpp"

namespace sweep {
namespace {

// The smallest p that signed ranks of so many problems can have, by Holm for all pairs.
bool can_be_sure(std::size_t problems, std::size_t pairs) {
  return static_cast<double>(pairs) * std::pow(2.0, 1 - static_cast<double>(problems)) <=
         kRankLevel;
}

const MethodPair& pair_of_two(std::span<const MethodPair> pairs, std::size_t best,
                              std::size_t rival) {
  return *std::find_if(pairs.begin(), pairs.end(), [&](const MethodPair& pair) {
    return pair.first == best && pair.second == rival;
  });
}

// The best one comes first in its pairs, so that a lead above 0 is its own.
Rival rival_over_problems(const MethodPair& pair) {
  return {pair.second, pair.lead > 0 ? pair.p_holm : 1, 0, 0};
}

/// Tests of the best method's cells against those of each rival on each problem that all have,
/// rival by rival.
struct CellTests {
  std::vector<double> p;      // that the best one is no better or worse: two-sided
  std::vector<bool> favours;  // the best one, by the ranks of that very test
};

CellTests tests_of_cells(const MethodScores& scores, std::size_t best,
                         std::span<const Rival> rivals) {
  CellTests tests;
  for (const Rival& rival : rivals) {
    for (const ScoredProblem& problem : scores.problems) {
      if (!problem.is_complete()) continue;
      const std::vector<double>& theirs = problem.regrets[rival.method];
      const std::vector<double>& own = problem.regrets[best];
      const MannWhitney test = mann_whitney(theirs, own, Alternative::two_sided);
      tests.p.push_back(test.p);
      tests.favours.push_back(test.z > 0);
    }
  }
  tests.p = holm(tests.p);
  return tests;
}

void count_problems(const CellTests& tests, std::size_t problems, std::vector<Rival>& rivals) {
  for (std::size_t i = 0; i < tests.p.size(); ++i) {
    Rival& rival = rivals[i / problems];
    if (tests.favours[i]) rival.p = std::min(rival.p, tests.p[i]);
    if (tests.p[i] > kRankLevel) continue;
    ++(tests.favours[i] ? rival.ahead : rival.behind);
  }
}

RankVerdict verdict_of(const MethodScores& scores, const MethodRanking& ranking,
                       std::span<const MethodPair> pairs) {
  RankVerdict verdict;
  if (ranking.problems == 0) return verdict;
  verdict.best = ranking.methods.front().method;
  verdict.is_over_problems = can_be_sure(ranking.problems, pairs.size());
  for (const RankedMethod& method : ranking.methods) {
    if (method.method == verdict.best) continue;
    verdict.rivals.push_back(verdict.is_over_problems ? rival_over_problems(pair_of_two(
                                                            pairs, verdict.best, method.method))
                                                      : Rival{method.method});
  }
  if (!verdict.is_over_problems) {
    count_problems(tests_of_cells(scores, verdict.best, verdict.rivals), ranking.problems,
                   verdict.rivals);
  }
  return verdict;
}

std::vector<std::size_t> in_rank_order(const MethodRanking& ranking) {
  std::vector<std::size_t> order;
  order.reserve(ranking.methods.size());
  for (const RankedMethod& method : ranking.methods) order.push_back(method.method);
  return order;
}

}  // namespace

bool RankVerdict::is_beaten(const Rival& rival, std::size_t problems) const {
  return is_over_problems ? rival.p <= kRankLevel : rival.ahead == problems;
}

RankedMethods ranked_methods(std::span<const DataSet> sets) {
  RankedMethods ranked;
  ranked.scores = method_scores(sets);
  ranked.ranking = ranking_of(ranked.scores);
  ranked.pairs = method_pairs(ranked.scores, in_rank_order(ranked.ranking));
  ranked.verdict = verdict_of(ranked.scores, ranked.ranking, ranked.pairs);
  return ranked;
}

}  // namespace sweep
