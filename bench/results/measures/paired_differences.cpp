#include "bench/results/measures/paired_differences.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>

namespace sweep {
namespace {

bool is_one_loss(std::span<const double> losses) {
  return std::adjacent_find(losses.begin(), losses.end(), std::not_equal_to<>()) == losses.end();
}

double loss_less(double base, double candidate) {
  constexpr double kRounding = 1e-12;
  if (base == candidate) return 0;  // both infinite, too
  const double difference = candidate - base;
  const double size = std::max(std::abs(base), std::abs(candidate));
  return std::isfinite(size) && std::abs(difference) <= kRounding * size ? 0 : difference;
}

}  // namespace

std::vector<double> paired_differences(std::span<const double> base,
                                       std::span<const double> candidate) {
  assert(base.size() == candidate.size());
  std::vector<double> differences;
  for (std::size_t i = 0; i < base.size(); ++i) {
    differences.push_back(loss_less(base[i], candidate[i]));
  }
  if (differences.size() > 1 && is_one_loss(base) && is_one_loss(candidate)) differences.resize(1);
  return differences;
}

}  // namespace sweep
