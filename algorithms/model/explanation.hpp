#pragma once

#include <string>
#include <string_view>

namespace sweep {

/// Why a searcher proposed its last point, as far as it has a model to say so. Numbers that there
/// is no model for are NaN.
struct Explanation {
  double predicted_loss = 0;  // what the model expects there; lower is better
  double predicted_sd = 0;
  double expected_improvement = 0;        // in the units that the searcher documents
  double probability_of_improvement = 0;  // on the best loss so far
  std::string fallback;  // why the point is random, for once; empty if it was chosen
  /// What chose the point: "model", a "design" before there is one, a "local" step, or "chance".
  std::string_view chosen_by = "model";
};

}  // namespace sweep
