#include "objectives/curves/curve.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "algorithms/text/error.hpp"
#include "objectives/spec.hpp"

namespace sweep {
namespace {

/// p(k), k^-a, less p(K); `log_steps` is ln K.
double power_above_end(double a, double log_step, double log_steps) {
  return std::exp(-a * log_step) - std::exp(-a * log_steps);
}

double power_share(double a, int step, int steps) {
  const double log_steps = std::log(steps);
  return power_above_end(a, std::log(step), log_steps) / power_above_end(a, 0, log_steps);
}

double exponential_share(double l, int step, int steps) {
  const double left = static_cast<double>(steps - step) / (steps - 1);
  return std::expm1(l * left) / std::expm1(l);
}

Objective final_objective(const NestedObjective& of, const std::optional<SearchSpace>& space = {}) {
  const auto refuse = [&](std::string_view why) {
    return SpecError(
        fmt::format("{}: of = {}: {}", objective_called(Curve::kName), of.text(), why));
  };
  std::optional<Objective> made;
  try {
    made = of.make(space);
  } catch (const SpecError& error) {
    throw refuse(error.what());
  }
  if (made->max_step() > 1)
    throw refuse("expected an objective without a learning curve of its own");
  return *made;
}

}  // namespace

Curve::Curve(const Options& options) : Curve(final_objective(options.of), options) {}

Curve::Curve(const Options& options, const SearchSpace& space)
    : Curve(final_objective(options.of, space), options) {}

Curve::Curve(Objective final_objective, const Options& options)
    : Curve(final_objective, options, SampledLosses(final_objective.space(), [&](PointView x) {
              return final_objective.exact_loss(x);
            })) {}

Curve::Curve(Objective final_objective, const Options& options, const SampledLosses& sample)
    : Wrapper(std::move(final_objective)),
      options_(options),
      scale_(sample.scale()),
      lure_(sample, sample.losses(), options.rank_correlation),
      rate_(space(), curve_stream("rate")),
      cost_(space(), curve_stream("cost")) {
  assert(options.steps >= 1 && inner().max_step() == 1);
}

double Curve::loss(PointView x, int step, const Stream& noise) const {
  assert(1 <= step && step <= options_.steps);
  if (has_diverged(step, noise)) return std::numeric_limits<double>::quiet_NaN();
  double result = inner().loss(x, 1, noise);
  if (step < options_.steps) {
    const double gap = scale_ + (lure_.is_off() ? 0 : lure_.height(x, result));
    result += gap * remaining(x, step);
  }
  if (options_.jitter > 0) {
    const double z = noise.child("jitter").child(static_cast<std::uint64_t>(step)).normal();
    result += options_.jitter * scale_ * z / std::sqrt(step);
  }
  return result;
}

double Curve::cost_seconds(PointView x, int) const {
  if (options_.cost_spread == 0) return 1;
  return std::exp(options_.cost_spread * cost_.value(x));
}

double Curve::remaining(PointView x, int step) const {
  if (step == 1) return 1;
  const double speed = std::exp2(2 * options_.crossing * (2 * rate_.share(x) - 1));
  const double power =
      options_.shape == CurveShape::exponential ? 0 : power_share(speed, step, options_.steps);
  if (options_.shape == CurveShape::power) return power;
  const double exponential = exponential_share(5 * speed, step, options_.steps);
  return options_.shape == CurveShape::exponential ? exponential : (power + exponential) / 2;
}

bool Curve::has_diverged(int step, const Stream& noise) const {
  if (options_.diverge == 0) return false;
  Stream draws = noise.child("diverge");
  if (draws.uniform() >= options_.diverge) return false;
  return static_cast<std::uint64_t>(step) > draws.index(static_cast<std::uint64_t>(options_.steps));
}

}  // namespace sweep
