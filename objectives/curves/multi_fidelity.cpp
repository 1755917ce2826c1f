#include "objectives/curves/multi_fidelity.hpp"

#include <cassert>
#include <cmath>
#include <vector>

#include "algorithms/space/rank_correlation.hpp"

namespace sweep {
namespace {

constexpr int kBisections = 30;

}  // namespace

MultiFidelity::MultiFidelity(const FidelityFunction& function, const Options& options)
    : function_(function),
      space_(box_space(function.domain())),
      steps_(options.steps),
      bias_(options.bias) {
  assert(steps_ >= 1);
  if (options.rank_correlation) aim_at(*options.rank_correlation);
}

double MultiFidelity::loss(PointView x, int step, const Stream&) const {
  assert(1 <= step && step <= steps_);
  const double result = value(x, step, bias_);
  if (!lure_ || step == steps_) return result;
  const double left = static_cast<double>(steps_ - step) / (steps_ - 1);
  return result + lure_->height(x, function_.value(x, 0)) * left;
}

double MultiFidelity::cost_seconds(PointView, int step) const {
  return step == 1 ? cost_until(1) : cost_until(step) - cost_until(step - 1);
}

void MultiFidelity::aim_at(double target) {
  const SampledLosses sample(space_, [&](PointView x) { return function_.value(x, 0); });
  std::vector<double> early(sample.size());
  const auto correlation = [&](double bias) {
    for (std::size_t i = 0; i < early.size(); ++i) early[i] = value(sample.point(i), 1, bias);
    return rank_correlation(early, sample.losses());
  };
  if (correlation(bias_) >= target) {
    Lure lure(sample, early, target);
    if (!lure.is_off()) lure_ = std::move(lure);
    return;
  }
  double lo = 0;
  double hi = bias_;
  for (int i = 0; i < kBisections; ++i) {
    bias_ = (lo + hi) / 2;
    (correlation(bias_) < target ? hi : lo) = bias_;
  }
  bias_ = lo;
}

double MultiFidelity::value(PointView x, int step, double bias) const {
  return function_.value(x, bias * (steps_ - step) / steps_);
}

double MultiFidelity::cost_until(int step) const {
  const double z = static_cast<double>(step) / steps_;
  return steps_ *
         (function_.least_cost + (1 - function_.least_cost) * std::pow(z, function_.cost_power));
}

}  // namespace sweep
