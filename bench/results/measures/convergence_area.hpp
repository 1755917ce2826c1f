#pragma once

#include <span>

#include "bench/results/measures/axis.hpp"
#include "bench/results/measures/descent.hpp"

namespace sweep {

/// The precisions between which a convergence curve is looked at.
struct PrecisionRange {
  double best = kFinalTarget;
  double worst = 1e2;
};

/// Area over the convergence curve: how good a cell is at any time within `budget` evaluations,
///   AOCC = 1/B * sum over t = 1..B of clip(log(worst / y_t) / log(worst / best), 0, 1)
/// with y_t the best precision after t evaluations, infinite before the first. In [0, 1], larger is
/// better. It is the area under the ECDF over log-uniform targets, infinitely many, on a linear
/// axis of evaluations. A cell that ended earlier keeps its last precision. `budget` > 0; along
/// time the sum is an integral.
///
/// Source: van Stein, Bäck 2024, arXiv 2405.20132; IOHinspector.
double area_over_convergence(const Descent& descent, double budget,
                             const PrecisionRange& range = {}, Axis axis = Axis::evaluations);

/// The same with targets of any kind, at least one, in place of a range of precisions: the mean
/// share of them that had been reached at the times within `budget`.
double area_over_targets(const Descent& descent, double budget, std::span<const double> targets,
                         Axis axis = Axis::evaluations);

}  // namespace sweep
