#pragma once

#include <functional>
#include <span>
#include <vector>

#include "algorithms/space/search_space.hpp"
#include "objectives/curves/wave_field.hpp"

namespace sweep {

/// Final losses of 2048 points of a space, as random search draws them with a fixed stream: what a
/// learning curve has to know of the objective as a whole. Points without a finite loss are left
/// out.
class SampledLosses {
 public:
  SampledLosses(const SearchSpace& space, const std::function<double(PointView)>& final_loss);

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] std::size_t size() const { return losses_.size(); }
  [[nodiscard]] PointView point(std::size_t i) const;
  [[nodiscard]] std::span<const double> losses() const { return losses_; }
  [[nodiscard]] double median() const { return median_; }
  /// The distance of the quartiles, but at least a hundredth of the range; 1 for a constant.
  [[nodiscard]] double scale() const { return scale_; }

 private:
  void measure_spread();

  SearchSpace space_;
  std::vector<double> rows_;
  std::vector<double> losses_;
  double median_ = 0;
  double scale_ = 1;
};

/// What makes early losses rank points wrongly: added to the losses L of an early step, it brings
/// Spearman's correlation of those and of the final losses f down to a target.
///   h(x) = b scale Phi(g(x) - beta (f - median)/(scale + |f - median|)) >= 0
/// with the smooth field g. On the sample, beta makes h uncorrelated with f, and b >= 0 is such
/// that the correlation of L + h and f is the target; at least 0.01, which takes b to about 100. b
/// is 0 if the correlation without h is not above the target. Over n points drawn
/// afresh it differs by the sampling errors of both samples: a standard deviation of about
/// sqrt(1/2048 + 1/n) or less, least for a target near 1.
class Lure {
 public:
  /// `early` holds the sample's losses at the early step, in its order; `target` is in [0, 1].
  Lure(const SampledLosses& sample, std::span<const double> early, double target);

  [[nodiscard]] bool is_off() const { return strength_ == 0; }
  [[nodiscard]] double height(PointView x, double final_loss) const;

 private:
  [[nodiscard]] double pull(double loss) const;
  void calibrate(const SampledLosses& sample, std::span<const double> early, double target);

  WaveField field_;
  double median_;
  double scale_;
  double beta_ = 0;
  double strength_ = 0;
};

}  // namespace sweep
