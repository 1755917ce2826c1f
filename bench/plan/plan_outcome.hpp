#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "bench/plan/plan_grid.hpp"
#include "bench/results/record.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {

/// A choice, and the cells that were run of it, one for each seed, in the same order for every
/// choice.
struct PlannedCells {
  PlanChoice choice;
  std::vector<CellResult> cells;
};

/// What hours are made of, and what they cost.
struct PlanRates {
  double seconds_per_second = 1;         // real ones, of a virtual one
  std::optional<double> price_per_hour;  // of one worker
};

/// The amount by which the losses of a choice are above those of another one, paired by seed.
struct LossDifference {
  Estimate shift;  // Hodges-Lehmann estimate, 95 % interval
  double p = 1;    // that they are no higher: signed rank, one-sided
};

/// What a choice comes to. Losses are final_loss() of the cells.
struct PlanRow {
  PlanChoice choice;
  Estimate loss;            // without noise, of the best run: median over the cells, 95 % interval
  double hours = 0;         // from the start of the sweep to its end: median
  double worker_hours = 0;  // all workers are held to its end: hours times workers
  std::optional<double> price;
  double saved = 0;       // share of the steps that the same runs would have taken to their ends
  LossDifference behind;  // how much the loss is above that of the best choice
};

/// What is to be said of all choices. Worse than the best is what a signed-rank test at 5 % finds
/// so, corrected for the number of choices by Holm's rule; the lowest of many medians is lower by
/// chance, too, so that the best one looks a little better than it is.
struct PlanVerdict {
  std::vector<PlanRow> rows;         // in the order of the choices
  std::size_t best = 0;              // of the lowest median loss, and the cheapest of those
  std::vector<std::size_t> as_good;  // not surely worse than the best one, which is among them
  std::size_t advised = 0;           // the cheapest of these, by the hours of its workers
  /// The one that is surely worse by the least, if there is one.
  std::optional<std::size_t> next;
};

/// Judges choices, at least one, each with at least one cell.
PlanVerdict plan_verdict(std::span<const PlannedCells> planned, const PlanRates& rates);

/// The losses of `a` less those of `b`; outcomes that do not vary over the seeds, of neither, are
/// one observation, and show nothing.
LossDifference loss_difference(const PlannedCells& a, const PlannedCells& b);

}  // namespace sweep
