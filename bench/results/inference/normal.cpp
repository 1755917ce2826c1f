#include "bench/results/inference/normal.hpp"

#include <cmath>
#include <numbers>

namespace sweep {

double normal_below(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

}  // namespace sweep
