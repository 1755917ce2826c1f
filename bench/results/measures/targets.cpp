#include "bench/results/measures/targets.hpp"

#include <cmath>

namespace sweep {
namespace {

constexpr int kEasiest = 2;   // decades: 10^2
constexpr int kHardest = -8;  // 10^-8

// The decimal literal's own value, which std::pow(10.0, -5.0) may miss by a rounding.
double power_of_ten(int exponent) {
  double power = 1;
  for (int i = 0; i < std::abs(exponent); ++i) power *= 10;  // exact up to 10^22
  return exponent < 0 ? 1 / power : power;
}

}  // namespace

double grid_target(int k) {
  return k % 5 == 0 ? power_of_ten(k / 5) : std::pow(10.0, static_cast<double>(k) / 5);
}

std::vector<double> run_length_targets() {
  std::vector<double> targets;
  for (int k = 5 * kEasiest; k >= 5 * kHardest; --k) targets.push_back(grid_target(k));
  return targets;
}

std::vector<double> table_targets() { return {10, 1, 1e-1, 1e-2, 1e-3, 1e-5, 1e-7}; }

std::vector<double> scaling_targets() { return {10, 1, 1e-1, 1e-2, 1e-3, 1e-5, 1e-8}; }

std::vector<double> single_targets() { return {10, 1e-1, 1e-4, 1e-8}; }

std::vector<double> scatter_targets() {
  std::vector<double> targets;
  for (int k = 2 * kEasiest; k >= 2 * kHardest; --k) {
    targets.push_back(k % 2 == 0 ? power_of_ten(k / 2) : std::pow(10.0, k / 2.0));
  }
  return targets;
}

}  // namespace sweep
