#pragma once

namespace sweep {

/// The probability that a standard normal number is below z; that it is above is
/// normal_below(-z), without loss of digits.
double normal_below(double z);

}  // namespace sweep
