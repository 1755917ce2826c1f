#include "bench/reports/measures/rank_disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sweep {
namespace {

std::string bayes_share(double p) { return fmt::format("{:.3g}", p); }

// What a comparison is sure of, as a clause; nothing if it is sure of nothing.
std::string clause(PairSays says, const std::string& first, const std::string& second) {
  switch (says) {
    case PairSays::first_is_better:
      return fmt::format("that {} is better", first);
    case PairSays::second_is_better:
      return fmt::format("that {} is better", second);
    case PairSays::same:
      return "that they are the same in practice";
    case PairSays::nothing:
      break;
  }
  return "of nothing";
}

bool agree(PairSays test, PairSays bayes) {
  return test == bayes || (test == PairSays::nothing && bayes == PairSays::same);
}

// `test` is how the other comparison is called, `why` its figure.
std::string disagreement(const MethodScores& scores, const MethodPair& pair, PairSays says,
                         const std::string& test, const std::string& why) {
  const PairSays bayes = says_posterior(pair);
  const std::string& first = scores.methods[pair.first];
  const std::string& second = scores.methods[pair.second];
  std::string text = fmt::format(
      "{} and {}: {} is sure {} ({}), the Bayesian comparison {} (better {}, same {}, worse {})",
      first, second, test, clause(says, first, second), why, clause(bayes, first, second),
      bayes_share(pair.posterior.right), bayes_share(pair.posterior.rope),
      bayes_share(pair.posterior.left));
  if (bayes == PairSays::same) text += ": a difference that is there, and too small to matter";
  return text;
}

const RankedMethod& ranked_as(const MethodRanking& ranking, std::size_t method) {
  return *std::find_if(ranking.methods.begin(), ranking.methods.end(),
                       [&](const RankedMethod& one) { return one.method == method; });
}

bool share_a_group(const RankedMethod& a, const RankedMethod& b) {
  return std::find_first_of(a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end()) !=
         a.groups.end();
}

}  // namespace

PairSays says_signed_rank(const MethodPair& pair) {
  if (pair.p_holm > kRankLevel || pair.lead == 0) return PairSays::nothing;
  return pair.lead > 0 ? PairSays::first_is_better : PairSays::second_is_better;
}

PairSays says_posterior(const MethodPair& pair) {
  if (pair.posterior.right >= kSurePosterior) return PairSays::first_is_better;
  if (pair.posterior.left >= kSurePosterior) return PairSays::second_is_better;
  return pair.posterior.rope >= kSurePosterior ? PairSays::same : PairSays::nothing;
}

std::vector<std::string> signed_rank_disagreements(const MethodScores& scores,
                                                   std::span<const MethodPair> pairs) {
  std::vector<std::string> lines;
  for (const MethodPair& pair : pairs) {
    const PairSays test = says_signed_rank(pair);
    if (agree(test, says_posterior(pair))) continue;
    lines.push_back(disagreement(scores, pair, test, "the signed-rank test",
                                 fmt::format("p = {} after Holm", bayes_share(pair.p_holm))));
  }
  return lines;
}

std::vector<std::string> nemenyi_disagreements(const RankedMethods& ranked) {
  std::vector<std::string> lines;
  if (ranked.ranking.problems < 2) return lines;
  for (const MethodPair& pair : ranked.pairs) {
    const RankedMethod& first = ranked_as(ranked.ranking, pair.first);
    const RankedMethod& second = ranked_as(ranked.ranking, pair.second);
    const PairSays test =
        share_a_group(first, second) ? PairSays::nothing : PairSays::first_is_better;
    if (agree(test, says_posterior(pair))) continue;
    lines.push_back(
        disagreement(ranked.scores, pair, test, "Nemenyi's test",
                     fmt::format("mean ranks {:.3g} apart", second.rank.value - first.rank.value)));
  }
  return lines;
}

}  // namespace sweep
