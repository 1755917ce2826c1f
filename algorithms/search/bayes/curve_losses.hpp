#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "algorithms/space/trial.hpp"

namespace sweep {

/// One loss for each trial, such that trials whose learning curves have unequal lengths compare.
///
/// A trial's loss is the lowest finite one it has shown, NaN if it failed or has shown none. For
/// one that was stopped, is paused or under way it is what that leads to at the furthest step that
/// any trial has reached, by a straight line from each last step to the next longer one:
///   y = median(y') + b (x - median(x')), b = cov(x', y')/var(x') within [0, 1]
/// over the losses x', y' of the trials that have passed both steps; with fewer than three of them,
/// or equal x', b = 1, and y = x where there is none. It is never below what a trial has reached.
/// Source: ours; the line is one of least squares, its slope clipped.
class CurveLosses {
 public:
  /// Records a trial that ended, or came this far; the last word about an id counts.
  void record(const Trial& trial);

  /// The loss of a recorded trial by what all curves so far say.
  [[nodiscard]] double loss(TrialId id) const;
  /// Whether losses of other trials may change with each record.
  [[nodiscard]] bool are_unequal() const { return shorts_ > 0; }

 private:
  struct Curve {
    std::vector<Observation> lowest;  // so far, after each step with a finite loss
    bool is_short = false;
  };
  /// y = slope x + shift.
  struct Line {
    double slope = 1;
    double shift = 0;
  };

  void compare();
  [[nodiscard]] Line line_between(int from, int to) const;

  std::map<TrialId, Curve> curves_;
  std::size_t shorts_ = 0;
  std::map<int, Line> line_from_;  // each last step of a short trial, to the furthest step
  double floor_ = 0;               // the lowest loss there
};

}  // namespace sweep
