#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "algorithms/space/stream.hpp"

namespace sweep {

/// A number computed from a sample.
using Statistic = std::function<double(std::span<const double>)>;

/// A bias-corrected and accelerated interval, with what it was made of.
struct BcaInterval {
  double low = 0;
  double high = 0;
  double bias = 0;          // z0, of the normal quantile
  double acceleration = 0;  // a
  double low_share = 0;     // the ends are these quantiles of the resampled statistics
  double high_share = 1;
};

/// The BCa interval about `value`, from the statistic of resamples and of the sample with each
/// number left out:
///   z0 = z((#(t* < t) + #(t* = t)/2) / B),  a = sum u^3 / (6 (sum u^2)^1.5),  u_i = mean t_(.) -
///   t_(i), shares Phi(z0 + (z0 + z)/(1 - a (z0 + z))) for z = z(alpha/2), z(1 - alpha/2),
/// with quantiles of type 7. If all resamples lie on one side, both ends are the nearest of them.
///
/// Source: Efron 1987, doi:10.1080/01621459.1987.10478410.
BcaInterval bca_interval(double value, std::span<const double> resampled,
                         std::span<const double> jackknife, double confidence);

/// a, as above; 0 if all are equal.
double acceleration(std::span<const double> jackknife);

/// The statistic of the sample with each number left out, in their order.
std::vector<double> jackknife(std::span<const double> values, const Statistic& statistic);

/// The BCa interval of a statistic by drawing with replacement; nothing for fewer than two numbers.
std::optional<BcaInterval> bootstrap_interval(std::span<const double> values,
                                              const Statistic& statistic, double confidence,
                                              Stream stream, std::size_t resamples = 10'000);

/// The sum over n.
double mean_of(std::span<const double> values);

}  // namespace sweep
