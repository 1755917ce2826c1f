#pragma once

#include <functional>
#include <span>
#include <vector>

namespace sweep {

/// A smooth function: returns the value at x and writes the gradient.
using SmoothFunction = std::function<double(std::span<const double> x, std::span<double> gradient)>;

/// Where a minimum is looked for, and when the search ends.
struct BoundedSearch {
  std::vector<double> lo;
  std::vector<double> hi;
  int evaluations;         // at most
  double value_tolerance;  // ends when a step changes the value by less than this
};

/// The best place that a search has evaluated.
struct BoundedMinimum {
  std::vector<double> x;
  double value;  // infinity if no value was finite; x is the start then, as it was given
  int evaluations;
};

/// A local minimum within bounds, from a start in them: the best point that was evaluated, whatever
/// ended the search; values that are not finite count as infinitely bad.
/// Source: Nocedal 1980, doi:10.1090/S0025-5718-1980-0572855-7 (L-BFGS), as NLopt has it from
/// Luksan.
BoundedMinimum bounded_minimum(const SmoothFunction& f, std::vector<double> start,
                               const BoundedSearch& search);

}  // namespace sweep
