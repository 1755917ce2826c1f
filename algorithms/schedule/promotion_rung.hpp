#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "algorithms/schedule/ranked_trial.hpp"
#include "algorithms/schedule/reason.hpp"
#include "algorithms/schedule/split_values.hpp"

namespace sweep {

/// A rung of asynchronous successive halving: the losses of all that came by, of which the best
/// floor(n/eta) may go on, and the trials that wait here. O(log n) a call.
class PromotionRung {
 public:
  PromotionRung(int step, double eta) : step_(step), eta_(eta) {}

  [[nodiscard]] int step() const { return step_; }
  [[nodiscard]] std::size_t size() const { return ranked_.size(); }

  /// Counts a trial that came by.
  void rank(const RankedTrial& trial) {
    ranked_.add(trial);
    const auto best = static_cast<std::size_t>(static_cast<double>(ranked_.size()) / eta_);
    while (ranked_.low_size() < best) ranked_.lower_one();
  }
  /// Keeps a trial that came by until it is taken.
  void hold(const RankedTrial& trial) {
    waiting_.push_back(trial);
    std::push_heap(waiting_.begin(), waiting_.end(), std::greater<>());
  }

  [[nodiscard]] bool is_among_best(const RankedTrial& trial) const {
    return ranked_.low_size() > 0 && trial <= ranked_.low_max();
  }
  /// The best trial that waits, if there is one, or if it is among those that may go on.
  std::optional<TrialId> take_any() { return waiting_.empty() ? std::nullopt : take(); }
  std::optional<TrialId> take_best() {
    if (waiting_.empty() || !is_among_best(waiting_.front())) return std::nullopt;
    return take();
  }

  /// Why a trial pauses here, in a rung of this number from 1.
  [[nodiscard]] Reason why_paused(int number, const RankedTrial& trial) const {
    Reason reason{is_among_best(trial) ? Reason::Rule::among_best : Reason::Rule::awaits_others,
                  number, step_, trial.loss};
    if (ranked_.low_size() > 0) reason.threshold = ranked_.low_max().loss;
    reason.of = ranked_.size();
    reason.best = ranked_.low_size();
    return reason;
  }

 private:
  std::optional<TrialId> take() {
    const TrialId best = waiting_.front().trial;
    std::pop_heap(waiting_.begin(), waiting_.end(), std::greater<>());
    waiting_.pop_back();
    return best;
  }

  int step_;
  double eta_;
  SplitValues<RankedTrial> ranked_;   // the low ones are those that may go on
  std::vector<RankedTrial> waiting_;  // the best in front
};

}  // namespace sweep
