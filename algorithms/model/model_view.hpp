#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "algorithms/model/explanation.hpp"

namespace sweep {

/// A searcher's model after the trials so far, for those who want to look at it. Its rows hold a
/// coordinate of the unit cube for each parameter that is no constant.
struct ModelView {
  std::vector<std::vector<double>> rows;          // of the ended trials
  std::vector<std::vector<double>> running_rows;  // of those whose result is awaited
  std::vector<double> targets;                    // of the rows, as they enter the model
  std::vector<double> length_scales;              // one per column, or one for all of them
  double noise;                                   // a variance, in the units of the model
  double jitter = 0;      // a variance that had to be added to the noise to have a Cholesky factor
  double log_likelihood;  // of the targets, without priors
  std::string fallback;   // why proposals are random all the same
  /// What the model says of a row of the unit cube.
  std::function<Explanation(std::span<const double> row)> at;
};

}  // namespace sweep
