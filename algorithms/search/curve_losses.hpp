#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "algorithms/space/trial.hpp"

namespace sweep {

/// One loss for each trial, such that trials whose learning curves have unequal lengths compare.
///
/// A trial's loss is the lowest finite one it has shown, NaN if it failed or has shown none. Is a
/// trial stopped, paused or under way, what trials like it still gain is missing from that: the
/// changes from each last step to the next longer one are added up to the furthest step that any
/// trial has reached, each the median over the trials that have passed both. A change that no trial
/// has gone through counts as 0.
class CurveLosses {
 public:
  /// A trial that ended, or came this far; the last word about an id counts.
  void record(const Trial& trial);

  /// That of a recorded trial, as of all that is known.
  [[nodiscard]] double loss(TrialId id) const;
  /// Whether losses of other trials may change with each record.
  [[nodiscard]] bool are_unequal() const { return shorts_ > 0; }

 private:
  struct Curve {
    std::vector<Observation> lowest;  // so far, after each step with a finite loss
    bool is_short = false;
  };
  /// What is still to come after each last step of a short trial.
  using Changes = std::map<int, double>;

  [[nodiscard]] Changes changes() const;
  [[nodiscard]] double median_change(int from, int to) const;

  std::map<TrialId, Curve> curves_;
  std::size_t shorts_ = 0;
  Changes to_come_;
};

}  // namespace sweep
