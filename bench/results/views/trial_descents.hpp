#pragma once

#include <vector>

#include "bench/results/measures/descent.hpp"
#include "bench/results/trial_sheet.hpp"

namespace sweep {

/// How the best loss of each cell came down over its recorded trials, as observed, by method in the
/// order of the sheet. Trials count in the order in which they ended; those that were stopped or
/// failed count, but no loss of theirs does. Cells of which some trials were left out are not
/// there.
std::vector<std::vector<Descent>> trial_descents(const TrialSheet& sheet);

}  // namespace sweep
