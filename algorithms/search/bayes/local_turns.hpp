#pragma once

#include <algorithm>

namespace sweep {

/// Whose turn it is: the model's, or that of a local search from the best trial.
///
/// Where the model itself wants a point close to the best trial, the local search takes its place
/// as long as it works. Elsewhere the model goes first, until some trials in a row were no better
/// than the best; each local step that fails makes the local search wait twice as long, up
/// to kMostPatience trials, one that works ends the waiting.
/// Source: ours; King 2017 (see QuadraticStep) lets the two take turns strictly.
class LocalTurns {
 public:
  static constexpr int kPatience = 3;
  static constexpr int kMostPatience = 16;
  static constexpr int kLastPatience = 1;  // near the end of the budget, when exploring pays less

  [[nodiscard]] bool is_local(bool model_is_near, bool is_ending) const {
    if (model_is_near) return works_;
    return failures_ >= (is_ending ? std::min(patience_, kLastPatience) : patience_);
  }
  /// Whether the model has found nothing better for a while.
  [[nodiscard]] bool is_stuck() const { return failures_ >= kPatience; }
  /// Notes that a trial of the local search began, or that it had nothing to propose.
  void local_began() { failures_ = 0; }
  void local_ended(bool was_better) {
    works_ = was_better;
    patience_ = was_better ? 1 : std::min(2 * patience_, kMostPatience);
  }
  void model_ended(bool was_better) {
    failures_ = was_better ? 0 : failures_ + 1;
    if (was_better) works_ = true;
  }

 private:
  int patience_ = kPatience;
  int failures_ = 0;  // trials in a row, other than local ones, that were not better
  bool works_ = true;
};

}  // namespace sweep
