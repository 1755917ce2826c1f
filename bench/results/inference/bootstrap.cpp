#include "bench/results/inference/bootstrap.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/space/distributions/normal.hpp"
#include "bench/results/inference/normal.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {
namespace {

double share_below(double value, std::span<const double> resampled) {
  std::size_t halves = 0;
  for (const double t : resampled) halves += t < value ? 2 : (t == value ? 1 : 0);
  return static_cast<double>(halves) / (2 * static_cast<double>(resampled.size()));
}

double corrected_share(double bias, double acceleration, double z) {
  if (std::isinf(bias)) return bias > 0 ? 1 : 0;
  const double moved = bias + z;
  return normal_below(bias + moved / (1 - acceleration * moved));
}

}  // namespace

double acceleration(std::span<const double> jackknife) {
  const double mean = mean_of(jackknife);
  double squares = 0;
  double cubes = 0;
  for (const double t : jackknife) {
    const double u = mean - t;
    squares += u * u;
    cubes += u * u * u;
  }
  return squares == 0 ? 0 : cubes / (6 * std::pow(squares, 1.5));
}

BcaInterval bca_interval(double value, std::span<const double> resampled,
                         std::span<const double> jackknife, double confidence) {
  const double z = normal_quantile((1 + confidence) / 2);
  BcaInterval interval;
  interval.bias = normal_quantile(share_below(value, resampled));
  interval.acceleration = acceleration(jackknife);
  interval.low_share = corrected_share(interval.bias, interval.acceleration, -z);
  interval.high_share = corrected_share(interval.bias, interval.acceleration, z);
  interval.low = quantile(resampled, interval.low_share);
  interval.high = quantile(resampled, interval.high_share);
  return interval;
}

std::vector<double> jackknife(std::span<const double> values, const Statistic& statistic) {
  std::vector<double> without;
  std::vector<double> others(values.begin() + 1, values.end());
  for (std::size_t i = 0; i < values.size(); ++i) {
    without.push_back(statistic(others));
    if (i + 1 < values.size()) others[i] = values[i];
  }
  return without;
}

std::optional<BcaInterval> bootstrap_interval(std::span<const double> values,
                                              const Statistic& statistic, double confidence,
                                              Stream stream, std::size_t resamples) {
  if (values.size() < 2) return std::nullopt;
  std::vector<double> sample(values.size());
  std::vector<double> resampled;
  resampled.reserve(resamples);
  for (std::size_t b = 0; b < resamples; ++b) {
    for (double& x : sample) x = values[stream.index(values.size())];
    resampled.push_back(statistic(sample));
  }
  return bca_interval(statistic(values), resampled, jackknife(values, statistic), confidence);
}

double mean_of(std::span<const double> values) {
  double total = 0;
  for (const double x : values) total += x;
  return total / static_cast<double>(values.size());
}

}  // namespace sweep
