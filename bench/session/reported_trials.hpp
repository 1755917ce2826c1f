#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/results/trial_sheet.hpp"

namespace sweep {

/// Every trial that stores hold, by objective; of stores that record no trials, nothing. Cells of
/// the lower seeds come first, and trials beyond `most` of an objective are counted only. A cell
/// that several stores have is read once. Throws as StoredResults.
std::vector<TrialSheet> reported_trials(const std::vector<std::string>& paths, std::size_t most);

}  // namespace sweep
