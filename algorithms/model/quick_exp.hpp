#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numbers>

#include "algorithms/model/multiply_add.hpp"

namespace sweep {

/// exp(x) for x <= 0 with a relative error below 1e-11, and below 1e-303 from -700 on. Branchless,
/// so that a loop over many numbers becomes vector operations; several times as fast as std::exp
/// there.
///
/// x = k ln 2 + r with an integer k and |r| <= ln 2/2: the first term of the series in r left out
/// is r^10/10! < 7e-12, and 2^k is added to the exponent's bits.
inline double quick_exp(double x) {
  // Adding this rounds to an integer, which is then found in the lowest bits.
  constexpr double kRounder = 0x1.8p52;
  const double inside = std::max(x, -700.0);
  const double shifted = multiply_add(inside, std::numbers::log2e, kRounder);
  const double r = multiply_add(kRounder - shifted, std::numbers::ln2, inside);
  const double r2 = r * r;
  const double r4 = r2 * r2;
  const double high = multiply_add(r, 1. / 362880, 1. / 40320);
  const double upper =
      multiply_add(r2, multiply_add(r, 1. / 5040, 1. / 720), multiply_add(r, 1. / 120, 1. / 24));
  const double lower = multiply_add(r2, multiply_add(r, 1. / 6, 1. / 2), 1 + r);
  const double series = multiply_add(r4, multiply_add(r4, high, upper), lower);
  const auto exponent = std::bit_cast<std::uint64_t>(shifted) << 52;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(series) + exponent);
}

/// Replaces each number by its quick_exp.
inline void quick_exp(double* x, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) x[i] = quick_exp(x[i]);
}

}  // namespace sweep
