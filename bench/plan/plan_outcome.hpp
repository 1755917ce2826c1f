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
  double seconds_per_second = 1;     // real ones, of a virtual one
  std::optional<double> price_per_hour;  // of one worker
};

/// What a choice comes to. A cell without a run of full length counts as a loss of +infinity.
struct PlanRow {
  PlanChoice choice;
  Estimate loss;  // without noise, of the best run: median over the cells, 95 % interval
  double hours = 0;         // from the start of the sweep to its end: median
  double worker_hours = 0;  // all workers are held to its end: hours times workers
  std::optional<double> price;
  double saved = 0;  // share of the steps that the same runs would have taken to their ends
  /// By how much the loss is above that of the best choice: the median of the differences, paired
  /// by seed, and its 95 % interval.
  Estimate behind;
};

/// What is to be said of all choices. Each interval is at 95 % on its own: of many choices, some
/// may be taken for as good, or for worse, by chance.
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

/// Row a's losses less row b's, paired by seed: the median and its interval.
Estimate paired_difference(const PlannedCells& a, const PlannedCells& b);

}  // namespace sweep
