#pragma once

#include <span>

#include "bench/reports/section.hpp"
#include "bench/results/measures/method_pairs.hpp"

namespace sweep {

/// Every two methods: win/tie/loss, effects, the signed-rank test and the Bayesian comparison, with
/// a sentence for each two on which those two disagree.
Sections pair_sections(const MethodScores& scores, std::span<const MethodPair> pairs);

}  // namespace sweep
