#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/model/gp/ard_kernel.hpp"
#include "algorithms/model/gp/ard_priors.hpp"

namespace sweep {

/// How well a Gaussian process of mean 0 explains targets, as a function of its kernel's scales:
///   ln p(t | scales) + ln p(scales),
///   ln p(t | scales) = -t'K^-1 t/2 - sum ln(diag chol K) - (n/2) ln(2 pi)
/// with the derivative tr((a a' - K^-1) dK/dtheta)/2, a = K^-1 t, by each logarithm theta.
/// Source: Rasmussen, Williams 2006, doi:10.7551/mitpress/3206.001.0001, equations 5.8 and 5.9;
/// priors: ard_priors.hpp.
class ArdEvidence {
 public:
  /// Takes as many targets as rows, at least one, and as many priors as ArdScales has logarithms.
  ArdEvidence(const ColumnKinds& kinds, const RowTable& rows, std::span<const double> targets,
              std::vector<LogPrior> priors);

  /// The value; writes the derivative by each of the logarithms. -inf, and 0, where K is not
  /// positive definite in doubles.
  double operator()(const ArdScales& scales, std::span<double> gradient) const;

 private:
  struct Pairs;
  struct Sensitivity;
  [[nodiscard]] Pairs pairs(const ArdScales& scales) const;
  void write_gradient(const ArdScales& scales, const Pairs& pairs, const Sensitivity& sensitivity,
                      std::span<double> gradient) const;
  double add_priors(const ArdScales& scales, std::span<double> gradient) const;

  std::size_t columns_;
  std::vector<double> targets_;
  std::vector<double> distances_;  // per column, for each pair of rows i > j: n (n - 1)/2
  std::vector<LogPrior> priors_;
};

}  // namespace sweep
