#pragma once

#include <span>
#include <string>
#include <vector>

#include "bench/results/measures/descent.hpp"
#include "bench/results/method_builds.hpp"

namespace sweep {

/// The cells of one method on one function in one dimension, over its instances and the seeds.
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

  /// "tpe", or "tpe @ 3f2a91c0".
  [[nodiscard]] std::string title() const { return method_title(method, build); }
};

/// The data sets of all methods on one function in one dimension.
using Problem = std::span<const DataSet>;

/// Neighbours of the same function and dimension, taken together.
std::vector<Problem> problems_of(std::span<const DataSet> sets);

/// The evaluations that count of the longest cell. Of losses all evaluations count.
double largest_budget(std::span<const DataSet> sets);

/// Budgets in evaluations by dimension, 1, 2, 5, 10, 20, ...: the last is the first that `reach`
/// times no cell's of any of the data sets exceeds.
std::vector<double> budgets_per_dimension(std::span<const DataSet> sets, double reach = 1);

}  // namespace sweep
