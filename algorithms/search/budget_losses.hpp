#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "algorithms/space/trial.hpp"

namespace sweep {

/// The losses of trials by the step that they came to, for models that learn from one step, the
/// furthest that enough trials have reached: the budget b of Falkner, Klein, Hutter 2018,
/// arXiv:1807.01774, algorithm 2. A trial that failed is worse than any other at every step, but
/// does not count as one that has reached it. O(log n) a record, O(n log n) a ranking.
class BudgetLosses {
 public:
  /// Takes in what a trial has reported by now; the last word about an id counts. `row` is the
  /// number of its point elsewhere.
  void record(const Trial& trial, std::size_t row);

  /// Rows, those of the lowest losses first, ties by id; the last `failed` of them have none.
  struct Ranking {
    std::vector<std::size_t> rows;
    std::size_t failed = 0;
  };
  /// The trials that came to the furthest step that `enough` of them have reached, and those that
  /// failed. Nothing if no step has so many.
  [[nodiscard]] Ranking ranking(std::size_t enough) const;
  /// The step that is compared; 0 if no step has so many.
  [[nodiscard]] int step_of(std::size_t enough) const;

 private:
  struct Entry {
    std::size_t row = 0;
    std::vector<Observation> curve;
    bool has_failed = false;
  };
  [[nodiscard]] static int last_step(const Entry& entry);

  std::map<TrialId, Entry> entries_;
  std::map<int, std::size_t> reached_;  // how many trials have this as their last step
};

}  // namespace sweep
