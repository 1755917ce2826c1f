#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "bench/results/measures/ecdf.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {

/// What a method reached on a function, and what it takes itself.
struct TimedMethod {
  Ecdf hits;               // places where its cells reached the targets: evaluations, or steps
  double own_seconds = 0;  // wall clock of the method itself, for each evaluation
  double length = 0;       // evaluations of its shortest cell, above 0
};

/// The quality of methods at equal time, on one function, where an evaluation costs `cost` seconds
/// beside what a method needs to propose it: the share of the targets that each reached within
///   T / (cost + own_seconds) evaluations,  T = min over the methods of length (cost +
///   own_seconds),
/// so that none is asked for more than it did. In [0, 1], in the order of the methods; a slow
/// method loses evaluations where they are cheap, and nothing where they are dear.
std::vector<double> quality_at_equal_time(std::span<const TimedMethod> methods, double cost);

/// How methods stand over problems where an evaluation costs `cost` seconds.
struct EqualTimeStanding {
  double cost = 0;
  std::vector<Estimate> quality;  // mean over problems, with a BCa bootstrap interval of 95 %
  std::size_t best = 0;           // of the highest
  /// Signed-rank test of each method against the best one, over problems, two-sided, and 1 where
  /// the ranks do not speak for the best one; corrected by Holm for all rivals at all costs.
  /// Nothing for the best one.
  std::vector<std::optional<double>> p;
};

/// The standings at each cost, the costs as many as the standings; each problem has all methods, in
/// one order. There is at least one problem, and one method.
std::vector<EqualTimeStanding> standings_over_costs(
    std::span<const std::vector<TimedMethod>> problems, std::span<const double> costs);

/// The cost of an evaluation from which on a method has the best quality.
struct Lead {
  double from_cost;
  std::size_t method;
};

/// Who leads from which cost on, the costs rising; `qualities` has a list per cost with one of each
/// method. The best at the highest cost leads there; towards lower ones another takes over where it
/// is ahead by more than `margin`: a lead that small is none. The first lead is from the lowest
/// cost.
std::vector<Lead> leads_over_costs(std::span<const double> costs,
                                   std::span<const std::vector<double>> qualities, double margin);

}  // namespace sweep
