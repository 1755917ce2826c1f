#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "bench/results/trial_sheet.hpp"
#include "bench/session/stored_results.hpp"

namespace sweep {

/// Every trial that stores hold, by objective; of stores that record no trials, nothing. Cells of
/// the lower seeds come first, and trials beyond `most` of an objective are counted only. A cell
/// that several stores have is read once. Throws as StoreReader.
std::vector<TrialSheet> reported_trials(std::span<const StoredResults> stores, std::size_t most);

}  // namespace sweep
