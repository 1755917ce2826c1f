#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "bench/results/measures/axis.hpp"
#include "bench/results/measures/descent.hpp"
#include "bench/results/measures/targets.hpp"
#include "bench/results/method_builds.hpp"

namespace sweep {

/// The cells of one method on one function in one dimension, over its instances and the seeds,
/// along one axis. Cells on one objective that all came down in the very same way are one: repeats
/// of what does not vary tell nothing.
struct DataSet {
  std::string method;
  std::string suite;     // "bbob"; "" for an objective that is of no family
  std::string group;     // functions that are alike: "bbob 1-separable"; the objective itself else
  std::string function;  // "bbob/f8", or the objective
  int number = 0;        // of the function as it is in `suite`; 0 if it is changed, or of none
  int dimension = 1;
  std::vector<Descent> descents;  // one per cell, at least one
  std::string build = {};         // whose cells they are, where the method has several; or ""
  bool has_optimum = true;        // if not, the descents are of losses
  Axis axis = Axis::evaluations;  // of the descents
  ProblemTargets targets = {};    // the same for all methods on a problem
  std::size_t repeats = 0;        // cells beside the descents, each the same as one of them
  double own_seconds = 0;         // wall clock, of the method itself, for each place on the axis

  /// "tpe", or "tpe @ 3f2a91c0".
  [[nodiscard]] std::string title() const { return method_title(method, build); }
  /// What places on the axis are divided by where functions are shown together: evaluations by the
  /// dimension, as at COCO.
  [[nodiscard]] double unit() const { return axis == Axis::evaluations ? dimension : 1; }
};

/// The data sets of all methods on one function in one dimension.
using Problem = std::span<const DataSet>;

/// Neighbours of the same function and dimension, taken together.
std::vector<Problem> problems_of(std::span<const DataSet> sets);

/// The evaluations that count of the longest cell.
double largest_budget(std::span<const DataSet> sets);

/// Where the first trial of any cell ended with a loss; along evaluations 1 by definition.
double first_place(std::span<const DataSet> sets);

/// Budgets by unit, 1, 2, 5, 10, 20, ...: the last is the first that `reach` times no cell's of any
/// of the data sets exceeds. Along steps and time the first is the last before which nothing can
/// have been reached.
std::vector<double> budgets_by_unit(std::span<const DataSet> sets, double reach = 1);

}  // namespace sweep
