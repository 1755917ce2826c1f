#pragma once

#include <span>
#include <vector>

#include "algorithms/space/trial.hpp"

namespace sweep {

/// How often two learning curves change places over the steps that both have reported.
int crossings(std::span<const Observation> a, std::span<const Observation> b);

/// The noise of losses, from curves: the percentile (0 to 100, nearest rank) of the distances, at
/// the last step that both have, of all pairs that cross twice or more. 0 if none does.
/// Source: Bohdal et al. 2023, arXiv 2207.06940, section 4.3: two trials that swap back and forth
/// are told apart by noise only.
double ranking_noise(std::span<const std::vector<Observation>> curves, double percentile);

/// Whether the ranks by `before` are those by `after`, trials whose losses after differ by at most
/// `epsilon` being in no order: for each place, the trial there by `before` has a loss after within
/// epsilon of that of the trial there by `after`. The same, section 4.2.
bool ranks_alike(std::span<const double> before, std::span<const double> after, double epsilon);

}  // namespace sweep
