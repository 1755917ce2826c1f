#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "algorithms/schedule/ranked_trial.hpp"
#include "algorithms/schedule/rungs.hpp"
#include "algorithms/schedule/scheduler.hpp"

namespace sweep {

/// One bracket of synchronous successive halving under way. All trials of a rung pause there; once
/// none of them runs any more, the best floor(n/eta) of the n that entered the rung (one at least,
/// all that are left at most) go on to the next, and the others are given up.
class Bracket {
 public:
  /// `first` is the trial that it is begun with; those after it have the next numbers.
  Bracket(BracketPlan plan, double eta, TrialId first);

  [[nodiscard]] TrialId first() const { return first_; }
  [[nodiscard]] bool is_open() const { return rung_ == 0 && entered_ < target_; }
  [[nodiscard]] bool is_finished() const { return rung_ == plan_.size() && losers_.empty(); }

  /// Whether take() gives something, or all is over: something to look at.
  [[nodiscard]] bool has_news() const {
    return !losers_.empty() || !survivors_.empty() || is_finished();
  }

  /// Takes another new trial; it must be open.
  Start start();
  /// Begins no more trials: those that it has are all of the first rung.
  void close();
  /// A trial to give up or to take on to this rung, if there is one.
  std::optional<Order> take();
  Decision report(TrialId trial, int step, double loss);
  /// A running trial is no more: lost, or complete.
  void leave();

 private:
  [[nodiscard]] std::uint64_t best_of(std::uint64_t n) const;
  void finish_rung_if_done();
  void keep_best(std::uint64_t best);

  BracketPlan plan_;
  double eta_;
  TrialId first_;
  std::size_t rung_ = 0;                // of the plan; its size once all is over
  std::uint64_t target_;                // trials that are to enter this rung
  std::uint64_t entered_ = 0;           // those that have
  std::uint64_t running_ = 0;           // those that are neither paused nor gone
  std::vector<RankedTrial> paused_;     // at this rung, in the order in which they came
  std::vector<RankedTrial> survivors_;  // of the rung before, the best last
  std::vector<RankedTrial> losers_;     // of the rung before, the best last
  Reason loss_;                         // why they are given up; the rank is the best's of them
};

}  // namespace sweep
