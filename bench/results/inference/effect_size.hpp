#pragma once

#include <span>

namespace sweep {

/// The probability that a number of x is larger than one of y, ties counted half: A12 = U/(m n).
/// 1/2 is no effect, and 0.56, 0.64, 0.71 are called small, medium, large, as are 0.44, 0.36, 0.29.
/// Both samples have at least one number, and no NaN.
///
/// Source: Vargha, Delaney 2000, doi:10.3102/10769986025002101.
double vargha_delaney(std::span<const double> x, std::span<const double> y);

/// How often x is larger less how often it is smaller, in [-1, 1]: 2 A12 - 1. For the golden
/// vectors, which state both.
///
/// Source: Cliff 1993, doi:10.1037/0033-2909.114.3.494.
double cliffs_delta(std::span<const double> x, std::span<const double> y);

}  // namespace sweep
