#include "objectives/bbob/noise_model.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {

double GaussianNoise::operator()(double g, Stream stream) const {
  return g * std::exp(beta * stream.normal());
}

double UniformNoise::operator()(double g, Stream stream) const {
  const double factor = std::pow(stream.uniform(), beta);
  const double rise = std::pow(1e9 / (g + 1e-99), alpha * stream.uniform());
  return g * factor * std::max(1.0, rise);
}

double CauchyNoise::operator()(double g, Stream stream) const {
  double outlier = 0;
  if (stream.uniform() < p) {
    const double numerator = stream.normal();
    outlier = numerator / std::abs(stream.normal() + 1e-199);
  }
  return g + alpha * std::max(0.0, 1000 + outlier);
}

GaussianNoise gaussian_noise(NoiseSeverity severity) {
  return {severity == NoiseSeverity::severe ? 1 : 0.01};
}

UniformNoise uniform_noise(NoiseSeverity severity, int dimension) {
  const double alpha = 0.49 + 1.0 / dimension;
  if (severity == NoiseSeverity::severe) return {alpha, 1};
  return {0.01 * alpha, 0.01};
}

CauchyNoise cauchy_noise(NoiseSeverity severity) {
  if (severity == NoiseSeverity::severe) return {1, 0.2};
  return {0.01, 0.05};
}

}  // namespace sweep
