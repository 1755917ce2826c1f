#pragma once

#include <span>
#include <vector>

namespace sweep {

/// The rank of each number, 1 for the smallest; equals share the mean of their ranks. The sum is
/// n (n + 1)/2, and twice a rank is a whole number. No NaN.
std::vector<double> midranks(std::span<const double> values);

}  // namespace sweep
