#pragma once

namespace sweep {

/// The probability that a standard normal number is below z; that it is above is
/// normal_below(-z), without loss of digits.
double normal_below(double z);

/// Where normal_below is p: -infinity at 0, infinity at 1.
double normal_quantile(double p);

}  // namespace sweep
