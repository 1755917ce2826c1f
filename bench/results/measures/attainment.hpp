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

/// Empirical attainment function: the fraction of the cells with a precision of `precision` or less
/// within `evaluations`. Rises with both. 0 without cells.
///
/// Source: Grunert da Fonseca, Fonseca, Hall 2001, doi:10.1007/3-540-44719-9_15; López-Ibáñez,
/// Vermetten, Dreo, Doerr 2024, arXiv 2404.02031 (run time and quality as the two objectives).
double attained(std::span<const Descent> descents, double evaluations, double precision);

/// The level curve k (from 1): after so many evaluations the k-th best of the cells' precisions.
/// Its length is that of the longest cell.
Descent attainment_level(std::span<const Descent> descents, std::size_t k);

/// The share of the box that a cell attains: the area between its curve and the worst corner.
double attained_area(const Descent& descent, const AttainmentBox& box);

/// The volume under the empirical attainment function in the box, by its greatest possible value:
/// the mean over the levels k of their areas. That is the mean over the cells of theirs, which is
/// how it is computed: levels take a time that is cubic in the cells. 0 without cells.
double attainment_volume(std::span<const Descent> descents, const AttainmentBox& box);

}  // namespace sweep
