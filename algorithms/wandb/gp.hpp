#pragma once

#include <array>
#include <optional>
#include <span>

#include "algorithms/model/gp/matern_gp.hpp"
#include "algorithms/model/minimise/interval_minimum.hpp"

namespace sweep {

/// Targets to mean 0 and deviation 1: t = (y - mean)/scale.
struct Standardisation {
  double mean;
  double scale;  // the population's standard deviation plus 1e-6

  [[nodiscard]] double to_standard(double y) const { return (y - mean) / scale; }
  [[nodiscard]] double from_standard(double t) const { return mean + scale * t; }
};
Standardisation standardisation_of(std::span<const double> targets);

/// Where the reference engine's fit of the length scale ended.
struct WandbScale {
  std::array<Minimum, 3> runs;  // of -L over theta, from kStarts
  double theta;                 // ln of the length scale, by the first of the best runs
  double log_likelihood;

  /// The bound test of the reference: such a fit says nothing, and it proposes a random point.
  [[nodiscard]] bool is_at_bound() const;

  static constexpr std::array<double, 3> kStarts = {0.0, -1.4737718420344734, -10.915951915726126};
  static constexpr Interval kBounds = {-11.512925464970229, 11.512925464970229};  // ln 1e-5, 1e5
};

/// The Gaussian process that the reference engine of W&B Sweeps scores candidates with.
struct WandbGp {
  Standardisation units;
  WandbScale scale;
  MaternPosterior posterior;  // in standard units
};

/// Fits the samples (two or more, all finite); then, if rows without a target are given, takes its
/// own predictions for their targets and fits all again. At most 95 of those rows are looked at.
/// A length scale (1e-5 to 1e5) that is given takes the place of the last fit.
WandbGp fit_wandb_gp(Samples samples, std::span<const double> running_rows,
                     std::optional<double> length_scale = std::nullopt);

}  // namespace sweep
