#pragma once

#include <cstddef>
#include <span>

#include "bench/results/measures/run_length.hpp"

namespace sweep {

/// What an unsuccessful cell is charged: the evaluations that it spent itself (COCO), or the most
/// that any of the cells spent (IOHanalyzer). The same if all budgets are equal.
enum class Charge { own_budget, largest_budget };

/// The number of cells n_s that reached the target.
std::size_t successes(std::span<const RunLength> lengths);

/// n_s / N; 0 without cells.
double success_rate(std::span<const RunLength> lengths);

/// The evaluations of all cells, to the target or in vain, by their number; 0 without cells.
double average_evaluations(std::span<const RunLength> lengths, Charge charge = Charge::own_budget);

/// Expected running time: what restarts until the first success cost on average,
///   ERT = (sum of T over successful cells + sum of M over the others) / n_s;
/// infinite without a success.
///
/// Source: Hansen, Auger, Finck, Ros, Real-Parameter Black-Box Optimization Benchmarking 2010:
/// Experimental Setup, INRIA RR-7215; Price 1997 calls it ENES, doi:10.1109/ICEC.1997.592287.
double expected_runtime(std::span<const RunLength> lengths, Charge charge = Charge::own_budget);

/// SP1 = (mean of T over successful cells) / (n_s / N), as if a failure took as long as a success;
/// infinite without a success. Auger, Hansen 2005, doi:10.1109/CEC.2005.1554903.
double success_performance(std::span<const RunLength> lengths);

/// PAR-10: the mean of T, where an unsuccessful cell counts as ten times the largest budget.
/// Hutter, Hoos, Leyton-Brown, Stützle 2009, doi:10.1613/jair.2861. 0 without cells.
double penalised_average_runtime(std::span<const RunLength> lengths);

}  // namespace sweep
