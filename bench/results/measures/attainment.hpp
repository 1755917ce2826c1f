#pragma once

#include <cstddef>
#include <span>

#include "bench/results/measures/descent.hpp"

namespace sweep {

/// Evaluations and precisions to look at, on linear axes.
struct AttainmentBox {
  double first = 0;  // evaluations
  double last = 1;   // above `first`
  double best = kFinalTarget;
  double worst = 1e2;  // above `best`
};

/// Empirical attainment function: the fraction of the runs with a precision of `precision` or less
/// within `evaluations`. Rises with both. 0 without runs.
///
/// Source: Grunert da Fonseca, Fonseca, Hall 2001, doi:10.1007/3-540-44719-9_15; López-Ibáñez,
/// Vermetten, Dreo, Doerr 2024, arXiv 2404.02031 (run time and quality as the two objectives).
double attained(std::span<const Descent> runs, double evaluations, double precision);

/// The level curve k (from 1): after so many evaluations the k-th best of the runs' precisions.
/// Its `evaluations` are those of the longest run.
Descent attainment_level(std::span<const Descent> runs, std::size_t k);

/// The share of the box that a run attains: the area between its curve and the worst corner.
double attained_area(const Descent& run, const AttainmentBox& box);

/// The volume under the empirical attainment function in the box, by its greatest possible value:
/// the mean over the levels k of their areas. That is the mean over the runs of theirs, which is
/// how it is computed: levels take a time that is cubic in the runs. 0 without runs.
double attainment_volume(std::span<const Descent> runs, const AttainmentBox& box);

}  // namespace sweep
