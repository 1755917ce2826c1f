#pragma once

#include <span>
#include <vector>

#include "algorithms/model/gp/ard_kernel.hpp"
#include "algorithms/model/gp/ard_priors.hpp"

namespace sweep {

/// What a fit learns from: rows with a target each, of mean 0 and variance 1.
struct ArdData {
  const ColumnKinds& kinds;
  const RowTable& rows;
  std::span<const double> targets;
};

/// The scales that a fit found, and how well they explain the data.
struct ArdFit {
  ArdScales scales;
  double log_evidence;  // with the priors; -inf if no scales gave a usable covariance
};

/// The scales that the priors find most likely.
ArdScales typical_scales(std::span<const LogPrior> priors);

/// The scales of the highest evidence, priors included (maximum a posteriori), that L-BFGS finds
/// from these starts (at least one) in at most `evaluations` each.
/// Source: Rasmussen, Williams 2006, doi:10.7551/mitpress/3206.001.0001, section 5.4.1.
ArdFit fit_ard(const ArdData& data, std::span<const LogPrior> priors,
               std::span<const ArdScales> starts, int evaluations);

}  // namespace sweep
