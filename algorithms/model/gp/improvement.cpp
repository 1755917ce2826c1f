#include "algorithms/model/gp/improvement.hpp"

#include <cmath>
#include <numbers>

namespace sweep {

WandbImprovement wandb_improvement(double best, const Prediction& prediction) {
  constexpr double kLeastDeviation = 1e-6;
  const double gain = best - prediction.mean;
  const double z = gain / (prediction.sd + kLeastDeviation);
  const double probability = std::erfc(-z / std::numbers::sqrt2) / 2;
  const double density = std::exp(-z * z / 2) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
  return {gain * probability + prediction.sd * density, probability};
}

}  // namespace sweep
