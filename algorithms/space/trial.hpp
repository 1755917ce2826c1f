#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "algorithms/space/point.hpp"

namespace sweep {

/// Numbers the trials of a cell from 0 in the order they were asked for.
using TrialId = std::uint64_t;

/// What a trial reported after `step` (counted from 1). A loss of NaN means the evaluation failed.
struct Observation {
  int step;
  double loss;
  bool operator==(const Observation&) const = default;
};

/// How far a trial has come; `stopped` is a scheduler's doing, `failed` is not.
enum class TrialState { running, completed, stopped, failed };

/// One point being evaluated. Lower loss is better everywhere.
struct Trial {
  TrialId id = 0;
  Point point;
  TrialState state = TrialState::running;
  std::vector<Observation> curve;
  std::vector<double> others = {};  // of each report the numbers after its loss, if it has some

  /// The last reported loss; NaN before the first report.
  [[nodiscard]] double loss() const {
    return curve.empty() ? std::numeric_limits<double>::quiet_NaN() : curve.back().loss;
  }
};

}  // namespace sweep
