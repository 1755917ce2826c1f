#pragma once

#include <optional>
#include <vector>

#include "algorithms/search/bayes/trial_table.hpp"
#include "algorithms/space/encoding.hpp"

namespace sweep {

/// A local search by quadratic models in a trust region, one proposal at a time.
///
/// Through the trials nearest to the best one, in the columns that are continuous or have many
/// values, with all other columns as in the best one, goes the quadratic of least norm
/// (model/quadratic.hpp). The next point is its minimum in the box of half width `radius` about the
/// best. The radius doubles where the loss fell by more than 3/4 of what the model said and halves
/// below 1/4; it starts at 0.95 of the distance to the furthest of the trials used, at most 1/2,
/// and does so again whenever the best trial was found by other means.
/// After a star (look_closely) the quadratics go through less, and the region follows the length of
/// the steps.
/// Sources: the trust-region move of King 2017, "A global optimization algorithm worth using"
/// (dlib's find_min_global); Nocedal, Wright 2006, "Numerical optimization",
/// doi:10.1007/978-0-387-40065-5, algorithm 4.1 (the radius); Powell 2004,
/// doi:10.1007/s10107-003-0490-7 (the model). Differs from them in the region, a box instead of a
/// ball, and in halving the radius where algorithm 4.1 takes a quarter of it.
class QuadraticStep {
 public:
  explicit QuadraticStep(const Encoding& columns);

  /// The next row; nothing where there are too few trials, where the model sees no way down, or
  /// while the last proposal has not ended.
  [[nodiscard]] std::optional<std::vector<double>> propose(const Encoding& columns,
                                                           const TrialTable& trials);
  /// Notes that the last proposal became this trial.
  void taken_as(TrialId id) { awaited_ = id; }
  [[nodiscard]] bool is_waiting() const { return awaited_.has_value(); }
  [[nodiscard]] bool awaits(TrialId id) const { return awaited_ == id; }
  /// Learns how the awaited trial ended; NaN if it failed.
  void end(double loss);
  /// Starts over: the best trial has moved by other means.
  void restart();

  /// Looks at the best trial closely, once: proposes a star of two points for each of its columns
  /// (20 at most, else nothing) at a quarter of the distance to the nearest trial, then goes down
  /// by quadratics through the star and what else is within reach, until kMostMisses steps in a row
  /// were no better. For a best trial that lies in a ripple too narrow for the model.
  void look_closely(const TrialTable& trials);
  [[nodiscard]] bool is_looking() const { return star_.has_value() || is_close_; }

  /// Whether a row is so close to the best trial that the local search could stand in for it.
  [[nodiscard]] bool is_near(const TrialTable& trials, const std::vector<double>& row) const;

 private:
  void end_close(double loss, double ratio);
  static constexpr int kMostMisses = 4;
  struct Star {
    std::vector<double> centre;
    double radius;
    std::size_t next = 0;  // of two points for each column
  };

  std::optional<std::vector<double>> star_point(const Encoding& columns, const TrialTable& trials);
  std::optional<std::vector<double>> step_down(const Encoding& columns, const TrialTable& trials);

  std::vector<std::size_t> local_;  // the columns it moves in
  std::optional<double> radius_;
  std::optional<TrialId> awaited_;
  std::optional<Star> star_;  // until all its points have been proposed
  bool is_close_ = false;     // going down after a star
  int misses_ = 0;
  std::optional<double> settled_;  // the best loss that has been looked at
  double from_ = 0;                // the best loss when it was proposed
  double length_ = 0;              // the largest of its displacements
  double predicted_ = 0;           // the model's loss there
};

}  // namespace sweep
