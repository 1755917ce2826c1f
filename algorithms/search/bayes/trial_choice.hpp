#pragma once

#include <cstddef>
#include <vector>

#include "algorithms/search/bayes/trial_table.hpp"
#include "algorithms/space/column_kinds.hpp"

namespace sweep {

/// How many of the ended trials a Gaussian process is given at most, which bounds its cost: all of
/// them below these numbers.
inline constexpr std::size_t kMostFitted = 400;    // for its scales
inline constexpr std::size_t kMostModelled = 512;  // for its predictions

/// The trials that scales are fitted to, in their order: the best half and, of the others, the
/// newest.
std::vector<std::size_t> fitted_trials(const TrialTable& trials);

/// The trials that predictions rest on, in their order: the best half; of the others, a quarter the
/// newest; and a quarter spread over the space, each as far as can be from all chosen before
/// (squared distances of rows, the first of equals).
/// Sources: Rasmussen, Williams 2006, doi:10.7551/mitpress/3206.001.0001, section 8.3.3, for a
/// subset of data; Gonzalez 1985, doi:10.1016/0304-3975(85)90224-5, for the spread; the shares are
/// ours.
std::vector<std::size_t> modelled_trials(const TrialTable& trials, const ColumnKinds& kinds);

}  // namespace sweep
