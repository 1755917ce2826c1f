#pragma once

#include <cstddef>
#include <vector>

namespace sweep {

/// What is believed of the logarithm of a scale before there are data: Student's t distribution
/// about `mean`, and the bounds of its search.
struct LogPrior {
  double mean;
  double deviation;
  double degrees;  // of freedom; many of them are a normal distribution
  double lo;
  double hi;

  /// ln p(x) up to a constant: -((v + 1)/2) ln(1 + z^2/v), z = (x - mean)/deviation, v = degrees.
  [[nodiscard]] double log_density(double x) const;
  [[nodiscard]] double slope(double x) const;
};

/// One for each of ArdScales::logs, for targets of mean 0 and variance 1 on the unit cube.
///
/// Lengths of the joint part grow with sqrt(D), as distances in the cube do. Those of a column's
/// own effect have heavy tails, so that ripples are believed where they are seen. Noise is believed
/// to be small and may vanish: its floor, 1e-9, lets the model resolve the last digits of a loss
/// without noise. Without own effects their variance is held at next to nothing.
/// Source: Hvarfner, Hellsten, Nardi 2024, arXiv:2402.02229, section 4.2, for the scaling with D;
/// the numbers are ours (algorithms/README.md tells what they were chosen on).
std::vector<LogPrior> ard_priors(std::size_t columns, bool additive);

}  // namespace sweep
