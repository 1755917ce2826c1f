#pragma once

#include <optional>

#include "algorithms/space/distribution.hpp"

namespace sweep {

/// The coordinate in [0, 1] at which the reference engine of W&B Sweeps places a run's value for
/// one parameter, in Bayesian search: the cdf, at the upper edge of the value's cell.
///
/// nullptr, null and whatever Python holds for false (0, "", an empty list ..) count as missing:
/// cdf(0), or the first category's. A category is the first listed value that Python calls equal:
/// 1 is 1.0 is true. Texts like "0.25" and booleans are numbers. A number NaN gives 0; NaN comes
/// back where the cdf has none. Nothing if the value is not listed or no number.
std::optional<double> wandb_coordinate(const Distribution& distribution, const Value* value);

}  // namespace sweep
