#include "bench/reports/coco/coco_triggers.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

constexpr double kTargetsPerDecade = 20;
constexpr double kPrecision = 1e-8;
constexpr double kBelowPrecision = 1e-9;  // stands for 0
constexpr double kMultiple = 1e5;

double number_of(double positive) { return std::log10(positive) * kTargetsPerDecade; }

double target_of(double v) {
  if (v == 0) return std::ceil(number_of(kBelowPrecision));
  if (v > 0) return std::ceil(number_of(std::max(v, kPrecision)));
  const double mirrored = std::floor(number_of(std::max(-v, kPrecision)));
  return 2 * std::ceil(number_of(kBelowPrecision)) - mirrored - 1;
}

bool lower(double& best, double x) {
  if (x >= best) return false;
  best = x;
  return true;
}

}  // namespace

bool CocoTargets::reach(double v) {
  const bool reaches_target = lower(best_target_, target_of(v));
  const bool reaches_multiple = lower(best_multiple_, kMultiple * std::ceil(v / kMultiple));
  return reaches_target || reaches_multiple;
}

std::uint64_t CocoEvaluations::by_power() const {
  return static_cast<std::uint64_t>(std::floor(std::pow(10.0, power_ / kTargetsPerDecade)));
}

std::uint64_t CocoEvaluations::by_dimension() const {
  constexpr std::uint64_t kPlaces[] = {1, 2, 5};
  return decade_ * kPlaces[place_];
}

std::uint64_t CocoEvaluations::next() {
  while (by_power() <= last_) ++power_;
  while (by_dimension() <= last_) {
    place_ = (place_ + 1) % 3;
    if (place_ == 0) decade_ *= 10;
  }
  last_ = std::min(by_power(), by_dimension());
  return last_;
}

}  // namespace sweep
