#pragma once

#include <string>

#include "bench/results/measures/rank_verdict.hpp"

namespace sweep {

/// The verdict in a sentence: "tpe is best: mean rank 1.25 of 3 [1.08, 1.5] over 24 problems. It
/// surely beats every other method (p <= 0.002)."; of few problems, what cells say on them.
std::string rank_sentence(const RankedMethods& ranked);

}  // namespace sweep
