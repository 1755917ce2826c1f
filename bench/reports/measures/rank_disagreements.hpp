#pragma once

#include <string>
#include <vector>

#include "bench/results/measures/rank_verdict.hpp"

namespace sweep {

/// What a comparison says of two methods.
enum class PairSays { nothing, first_is_better, second_is_better, same };

/// What the signed-rank test says, after Holm; and the Bayesian comparison, sure from
/// kSurePosterior on.
PairSays says_signed_rank(const MethodPair& pair);
PairSays says_posterior(const MethodPair& pair);

/// A sentence for each two methods of which one comparison is sure of what the other is not; a test
/// that is not significant contradicts no sameness.
std::vector<std::string> signed_rank_disagreements(const MethodScores& scores,
                                                   std::span<const MethodPair> pairs);

/// Sentences likewise on Nemenyi's test, which tells two methods apart where no group has both: the
/// better one is that of the lower mean rank. Without two problems it says nothing.
std::vector<std::string> nemenyi_disagreements(const RankedMethods& ranked);

}  // namespace sweep
