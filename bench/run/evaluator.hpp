#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "algorithms/space/outcome.hpp"
#include "algorithms/space/stream.hpp"
#include "algorithms/space/trial.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// Evaluates the trials of a cell on an objective of the catalogue, which knows everything at once:
/// what a trial that was stopped would have come to, and every loss without its noise. Whoever
/// reads results asks no objective again.
class Evaluator {
 public:
  /// `noise` is the parent of the trials' noise streams; the objective has to outlive this.
  Evaluator(const Objective& objective, Stream noise)
      : objective_(&objective), noise_(noise), is_noisy_(objective.is_noisy()) {}

  /// What a trial reports after a step.
  [[nodiscard]] double loss(TrialId id, PointView point, int step) const {
    return objective_->loss(point, step, noise_.child(id));
  }
  /// The losses of out.size() trials of one step from `first` on, whose points lie in `rows`.
  void losses(std::span<const double> rows, TrialId first, std::span<double> out) const {
    objective_->losses(rows, first, noise_, out);
  }
  [[nodiscard]] double seconds(PointView point, int step) const {
    return objective_->cost_seconds(point, step);
  }
  [[nodiscard]] int max_step() const { return objective_->max_step(); }

  /// The loss without noise of a complete trial.
  [[nodiscard]] double exact(PointView point, double loss) const {
    return is_noisy_ ? objective_->exact_loss(point) : loss;
  }
  /// All that there is to say of a trial that has ended.
  [[nodiscard]] Outcome outcome(const Trial& ended) const;

 private:
  const Objective* objective_;
  Stream noise_;
  bool is_noisy_;
};

}  // namespace sweep
