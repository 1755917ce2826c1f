#pragma once

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "objectives/bbob/pack.hpp"

// Elementary functions of a whole pack, within 3 ulp of the true value. One number takes the
// same way as a pack, so that points alone and in blocks have the same bits; of the libraries at
// hand, the C library's vector functions (libmvec) differ from its own scalar ones, and those that
// are equal (SLEEF's deterministic variants) cost a call per pack and more than the C library for a
// number. Series are Taylor's, as long as double precision asks; the arguments are brought near 0
// in the manner of Cody and Waite 1980, "Software manual for the elementary functions".
namespace sweep::detail {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Added and taken away again it rounds to an integer; the sum's low bits hold that integer.
inline constexpr double kRoundingShift = 0x1.8p52;

/// The nearest integer, to even if halfway.
inline Pack nearest(Pack x) {
  const Pack rounded = (x + kRoundingShift) - kRoundingShift;
  return select(abs(x) < 0x1p51, rounded, x);
}

inline Pack floor(Pack x) {
  const Pack rounded = nearest(x);
  return select(rounded > x, rounded - 1.0, rounded);
}

/// c[0] + c[1] x + c[2] x^2 + ..., neighbours first (Estrin 1960), as one after the other waits.
template <std::size_t n>
Pack polynomial(const std::array<Pack, n>& c, Pack x) {
  if constexpr (n == 1) {
    return c[0];
  } else {
    std::array<Pack, (n + 1) / 2> pairs;
    for (std::size_t i = 0; i + 1 < n; i += 2) pairs[i / 2] = c[i] + c[i + 1] * x;
    if constexpr (n % 2 == 1) pairs[n / 2] = c[n - 1];
    return polynomial(pairs, x * x);
  }
}
template <std::size_t n>
Pack polynomial(const std::array<double, n>& c, Pack x) {
  std::array<Pack, n> packs;
  for (std::size_t i = 0; i < n; ++i) packs[i] = c[i];
  return polynomial(packs, x);
}

/// 1/first!, sign/(first + stride)!, 1/(first + 2 stride)!, ...
template <std::size_t n>
constexpr std::array<double, n> inverse_factorials(int first, int stride, double sign) {
  std::array<double, n> c{};
  long double factorial = 1;
  int k = 1;
  double s = 1;
  for (std::size_t i = 0; i < n; ++i) {
    for (; k <= first + stride * static_cast<int>(i); ++k) factorial *= k;
    c[i] = static_cast<double>(s / factorial);
    s *= sign;
  }
  return c;
}

/// 0 below -708 and infinite above 709, a little early.
inline Pack exp(Pack x) {
  static constexpr auto kSeries = inverse_factorials<12>(2, 1, 1);
  const Pack shifted = x * std::numbers::log2e + kRoundingShift;
  const Pack n = shifted - kRoundingShift;
  const Pack r = (x - n * 0x1.62e42fefa38p-1) - n * 0x1.ef35793c7673p-45;
  const Pack fraction = 1.0 + (r + r * r * polynomial(kSeries, r));
  const Pack scale = from_bits((bits(shifted) + bits(std::uint64_t{1023})) << 52);
  const Pack y = select(x < -708.0, 0.0, fraction * scale);
  return select(x > 709.0, kInfinity, y);
}

/// The natural logarithm of numbers >= 0; denormal ones count as the smallest normal one or so.
inline Pack log(Pack x) {
  // log m = f - (f^2/2 - s (f^2/2 + R)), f = m - 1, s = f/(2 + f), R = 2 s^2/3 + 2 s^4/5 + ...
  static constexpr std::array<double, 10> kSeries{2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11,
                                                  2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21};
  const PackBits fraction = bits(x) & bits(0x000fffffffffffffu);
  const Pack mantissa = from_bits(fraction | bits(0x3ff0000000000000u));  // in [1, 2)
  const Pack exponent = from_bits((bits(x) >> 52) | bits(0x4330000000000000u)) - (0x1p52 + 1023);
  const PackMask is_large = mantissa > std::numbers::sqrt2;
  const Pack k = select(is_large, exponent + 1.0, exponent);
  const Pack f = select(is_large, 0.5 * mantissa, mantissa) - 1.0;
  const Pack s = f / (2.0 + f);
  const Pack square = s * s;
  const Pack half = 0.5 * f * f;
  const Pack rest = s * (half + square * polynomial(kSeries, square)) + k * 0x1.ef35793c7673p-45;
  const Pack y = k * 0x1.62e42fefa38p-1 - ((half - rest) - f);
  return select(x == 0.0, -kInfinity, select(x < kInfinity, y, x));  // NaN stays NaN
}

/// The exponential of |x| <= 0.1.
inline Pack exp_near_zero(Pack x) {
  static constexpr auto kSeries = inverse_factorials<9>(2, 1, 1);
  return 1.0 + (x + x * x * polynomial(kSeries, x));
}

/// x = n pi + r with |r| <= pi/2 or a little more.
struct Angle {
  Pack r;
  PackBits sign;  // that of cos(n pi)
};

/// The angle up to which n has 27 bits, so that its products with the parts of pi, 26 bits each but
/// for the last one, are exact.
inline constexpr double kLargestAngle = 0x1p28;

inline Angle reduced(Pack x) {
  constexpr double kPiHigh = 0x1.921fb5p+1;
  constexpr double kPiMiddle = 0x1.110b46p-25;
  constexpr double kPiLow = 0x1.1a62633145c07p-53;
  const Pack shifted = x * std::numbers::inv_pi + kRoundingShift;
  const Pack n = shifted - kRoundingShift;
  const Pack r = ((x - n * kPiHigh) - n * kPiMiddle) - n * kPiLow;
  return {r, bits(shifted) << 63};
}

/// The sine of angles up to kLargestAngle; NaN of infinite ones.
inline Pack small_sin(Pack x) {
  static constexpr auto kSeries = inverse_factorials<10>(3, 2, -1);
  const Angle angle = reduced(x);
  const Pack r = angle.r;
  const Pack square = r * r;
  return from_bits(bits(r - r * square * polynomial(kSeries, square)) ^ angle.sign);
}

/// The cosine of a small angle, whose error is absolute: 1e-16 or so near its zeros, too.
inline Pack small_cos(Pack x) {
  static constexpr auto kSeries = inverse_factorials<10>(4, 2, -1);
  const Angle angle = reduced(x);
  const Pack square = angle.r * angle.r;
  const Pack half = 0.5 * square;
  const Pack value = (1.0 - half) + square * square * polynomial(kSeries, square);
  return from_bits(bits(value) ^ angle.sign);
}

/// Lanes that reduced() can't take, huge or not finite, are left to the C library.
template <class Function>
Pack with_large_angles(Pack x, Pack y, Function function) {
  const PackMask is_small = abs(x) <= kLargestAngle;
  if (all(is_small)) [[likely]]
    return y;
  return select(is_small, y, each_lane(x, function));
}

inline Pack sin(Pack x) {
  return with_large_angles(x, small_sin(x), [](double v) { return std::sin(v); });
}

inline Pack cos(Pack x) {
  return with_large_angles(x, small_cos(x), [](double v) { return std::cos(v); });
}

/// x^y, x >= 0; the error grows with |y log x|.
inline Pack power(Pack x, Pack y) { return exp(y * log(x)); }

inline double floor(double x) { return std::floor(x); }
inline double exp(double x) { return exp(Pack(x))[0]; }
inline double power(double x, double y) { return power(Pack(x), Pack(y))[0]; }

}  // namespace sweep::detail
