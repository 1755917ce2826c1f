#include "algorithms/wandb/gp.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sweep {
namespace {

constexpr std::size_t kMostRunningRows = 95;

WandbScale fit_scale(const Samples& standard) {
  const MaternLikelihood likelihood(standard);
  const auto cost = [&likelihood](double theta) {
    const Slope at = likelihood(theta);
    return Slope{-at.value, -at.derivative};
  };
  WandbScale scale{};
  for (std::size_t i = 0; i < scale.runs.size(); ++i) {
    scale.runs[i] = interval_minimum(cost, WandbScale::kStarts[i], WandbScale::kBounds);
  }
  const auto best = std::min_element(scale.runs.begin(), scale.runs.end(),
                                     [](auto& a, auto& b) { return a.value < b.value; });
  scale.theta = best->x;
  scale.log_likelihood = -best->value;
  return scale;
}

WandbScale fixed_scale(const Samples& standard, double length_scale) {
  const double theta = std::log(length_scale);
  const double likelihood = MaternLikelihood(standard)(theta).value;
  WandbScale scale{{}, theta, likelihood};
  scale.runs.fill({theta, -likelihood});
  return scale;
}

WandbGp fit(Samples samples, std::optional<double> length_scale) {
  const Standardisation units = standardisation_of(samples.targets);
  for (double& target : samples.targets) target = units.to_standard(target);
  const WandbScale scale = length_scale ? fixed_scale(samples, *length_scale) : fit_scale(samples);
  return {units, scale, MaternPosterior(std::move(samples), std::exp(scale.theta))};
}

}  // namespace

Standardisation standardisation_of(std::span<const double> targets) {
  constexpr double kLeastDeviation = 1e-6;
  const auto n = static_cast<double>(targets.size());
  double sum = 0;
  for (const double y : targets) sum += y;
  const double mean = sum / n;
  double squares = 0;
  for (const double y : targets) squares += (y - mean) * (y - mean);
  return {mean, std::sqrt(squares / n) + kLeastDeviation};
}

bool WandbScale::is_at_bound() const {
  const double tolerance = 1e-8 + 1e-5 * std::abs(theta);
  return std::abs(theta - kBounds.lo) <= tolerance || std::abs(theta - kBounds.hi) <= tolerance;
}

WandbGp fit_wandb_gp(Samples samples, std::span<const double> running_rows,
                     std::optional<double> length_scale) {
  if (running_rows.empty()) return fit(std::move(samples), length_scale);
  const WandbGp gp = fit(samples, std::nullopt);
  const std::size_t n = std::min(running_rows.size() / samples.columns, kMostRunningRows);
  const auto rows = running_rows.first(n * samples.columns);
  for (const Prediction& prediction : gp.posterior.predict(rows)) {
    samples.targets.push_back(gp.units.from_standard(prediction.mean));
  }
  samples.rows.insert(samples.rows.end(), rows.begin(), rows.end());
  return fit(std::move(samples), length_scale);
}

}  // namespace sweep
