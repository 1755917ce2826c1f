#pragma once

#include <string_view>
#include <variant>

#include "algorithms/space/stream.hpp"

namespace sweep {

// The noise of COCO's suite bbob-noisy as it is published (Hansen, Finck, Ros, Auger 2009, INRIA
// RR-6869): what becomes of g >= 0, the distance of a noise-free value from the lowest one. U, U1,
// U2 are uniform in (0, 1), N, N1, N2 standard normal; all are drawn from `stream`. COCO's program
// deviates a little: its normal numbers have the standard deviation 1.05.

/// g exp(beta N), beta >= 0: log-normal, with median g.
struct GaussianNoise {
  double beta;

  [[nodiscard]] double operator()(double g, Stream stream) const;
};

/// g U1^beta max(1, (1e9/(g + 1e-99))^(alpha U2)), alpha and beta >= 0: the smaller g, the more it
/// may be raised.
struct UniformNoise {
  double alpha;
  double beta;

  [[nodiscard]] double operator()(double g, Stream stream) const;
};

/// g + alpha max(0, 1000 + [U < p] N1/|N2 + 1e-199|), alpha >= 0, p in [0, 1]: outliers without a
/// mean, on both sides of g + 1000 alpha.
struct CauchyNoise {
  double alpha;
  double p;

  [[nodiscard]] double operator()(double g, Stream stream) const;
};

using NoiseModel = std::variant<GaussianNoise, UniformNoise, CauchyNoise>;

/// How strong the noise is. Its parameters are those of the suite, in so many dimensions.
enum class NoiseSeverity { moderate, severe };
GaussianNoise gaussian_noise(NoiseSeverity severity);
UniformNoise uniform_noise(NoiseSeverity severity, int dimension);
CauchyNoise cauchy_noise(NoiseSeverity severity);

}  // namespace sweep
