#pragma once

#include "algorithms/model/gp/matern_gp.hpp"

namespace sweep {

/// What a point may gain on the best loss so far.
struct WandbImprovement {
  double expected;     // EI, in the units of the prediction
  double probability;  // PI
};

/// PI = Phi(z) and EI = (best - mean) Phi(z) + sd phi(z), with z = (best - mean)/(sd + 1e-6).
/// Source: Jones, Schonlau, Welch 1998, doi:10.1023/A:1008306431147, equation 15.
/// Differs from the source in the 1e-6, which is the reference engine's.
WandbImprovement wandb_improvement(double best, const Prediction& prediction);

}  // namespace sweep
