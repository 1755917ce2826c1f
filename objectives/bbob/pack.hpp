#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace sweep::detail {

// One register of the machine the library is built for. How many lanes there are changes no result:
// lanes know nothing of each other.
#if defined(__AVX512F__) && defined(__AVX512DQ__)
inline constexpr int kLanes = 8;
#elif defined(__AVX__)
inline constexpr int kLanes = 4;
#else
inline constexpr int kLanes = 2;
#endif

/// A yes or no (all bits set or none) per lane, or the bits of the lanes.
struct PackBits {
  using Lanes = std::uint64_t __attribute__((vector_size(8 * kLanes)));
  Lanes lanes;
};

/// kLanes doubles that are computed with side by side, for private use in sources: its size depends
/// on the compiler's flags. Each operation is one of IEEE arithmetic per lane.
struct Pack {
  using Lanes = double __attribute__((vector_size(8 * kLanes)));

  Pack() = default;
  Pack(Lanes values) : lanes(values) {}   // NOLINT(google-explicit-constructor)
  Pack(double x) : lanes(x - Lanes{}) {}  // NOLINT(google-explicit-constructor): a constant is one
  static Pack load(const double* from) {
    Pack x;
    std::memcpy(&x.lanes, from, sizeof x.lanes);
    return x;
  }
  void store(double* to) const { std::memcpy(to, &lanes, sizeof lanes); }
  double operator[](int lane) const { return lanes[lane]; }

  Lanes lanes;
};

inline Pack operator+(Pack a, Pack b) { return a.lanes + b.lanes; }
inline Pack operator-(Pack a, Pack b) { return a.lanes - b.lanes; }
inline Pack operator*(Pack a, Pack b) { return a.lanes * b.lanes; }
inline Pack operator/(Pack a, Pack b) { return a.lanes / b.lanes; }
inline Pack operator-(Pack a) { return -a.lanes; }
inline Pack& operator+=(Pack& a, Pack b) { return a = a + b; }
inline Pack& operator*=(Pack& a, Pack b) { return a = a * b; }

inline PackBits bits(Pack::Lanes x) { return {reinterpret_cast<PackBits::Lanes>(x)}; }
inline PackBits bits(Pack x) { return bits(x.lanes); }
inline Pack from_bits(PackBits b) { return reinterpret_cast<Pack::Lanes>(b.lanes); }
inline PackBits bits(std::uint64_t pattern) { return {PackBits::Lanes{} + pattern}; }

inline PackBits operator&(PackBits a, PackBits b) { return {a.lanes & b.lanes}; }
inline PackBits operator|(PackBits a, PackBits b) { return {a.lanes | b.lanes}; }
inline PackBits operator^(PackBits a, PackBits b) { return {a.lanes ^ b.lanes}; }
inline PackBits operator+(PackBits a, PackBits b) { return {a.lanes + b.lanes}; }
inline PackBits operator<<(PackBits a, int by) { return {a.lanes << by}; }
inline PackBits operator>>(PackBits a, int by) { return {a.lanes >> by}; }

/// What the comparisons of two packs give.
struct PackMask {
  using Lanes = decltype(Pack::Lanes{} < Pack::Lanes{});
  Lanes lanes;
};

inline PackMask operator<(Pack a, Pack b) { return {a.lanes < b.lanes}; }
inline PackMask operator>(Pack a, Pack b) { return {a.lanes > b.lanes}; }
inline PackMask operator<=(Pack a, Pack b) { return {a.lanes <= b.lanes}; }
inline PackMask operator==(Pack a, Pack b) { return {a.lanes == b.lanes}; }

inline Pack select(PackMask which, Pack yes, Pack no) { return which.lanes ? yes.lanes : no.lanes; }
inline bool all(PackMask mask) {
  // By way of bytes, which fit one general register.
  using Bytes = signed char __attribute__((vector_size(kLanes)));
  using Array = std::array<signed char, kLanes>;
  static constexpr Array kYes = [] {
    Array yes{};
    yes.fill(-1);
    return yes;
  }();
  const Bytes bytes = __builtin_convertvector(mask.lanes, Bytes);
  return std::bit_cast<Array>(bytes) == kYes;
}

/// Selects for one number, so that functions can be written for a number or a pack.
inline double select(bool which, double yes, double no) { return which ? yes : no; }

template <class Real>
Real larger(Real a, Real b) {
  return select(a > b, a, b);
}
template <class Real>
Real smaller(Real a, Real b) {
  return select(a < b, a, b);
}

/// f of each lane by itself.
template <class F>
Pack each_lane(Pack x, F f) {
  Pack y;
  for (int lane = 0; lane < kLanes; ++lane) y.lanes[lane] = f(x.lanes[lane]);
  return y;
}

inline Pack abs(Pack x) { return from_bits(bits(x) & bits(0x7fffffffffffffffu)); }
inline double abs(double x) { return std::abs(x); }
inline Pack sqrt(Pack x) {
  return each_lane(x, [](double v) { return std::sqrt(v); });
}
inline double sqrt(double x) { return std::sqrt(x); }

}  // namespace sweep::detail
