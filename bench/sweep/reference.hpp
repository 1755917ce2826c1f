#pragma once

#include <optional>
#include <vector>

#include "bench/sweep/next.hpp"

namespace sweep {

/// The largest seed of numpy's legacy generator, from which the reference's Bayesian search draws.
inline constexpr std::uint64_t kLargestNumpySeed = 0xffffffff;

/// What the reference engine of W&B Sweeps itself would answer, with its own random numbers;
/// nothing where the searcher of the sweep's method does as it does. Throws as next_suggestions.
std::optional<std::vector<Suggestion>> reference_suggestions(const NextTask& task);

}  // namespace sweep
