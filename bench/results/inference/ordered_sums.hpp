#pragma once

#include <cstdint>
#include <span>

namespace sweep {

/// The k-th smallest (from 1) of all averages (d_i + d_j)/2, i <= j, of sorted numbers. None is
/// listed: halving the range of doubles finds it in 64 counts of linear time. Infinities of both
/// signs average to the first one's.
double kth_average(std::span<const double> sorted, std::uint64_t k);

/// The k-th smallest (from 1) of all differences x_i - y_j of sorted numbers.
double kth_difference(std::span<const double> x, std::span<const double> y, std::uint64_t k);

}  // namespace sweep
