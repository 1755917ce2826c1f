#pragma once

#include <bit>
#include <cstdint>

namespace sweep::detail {

/// The 64 bits as they lie in memory on a little-endian machine, which is what is hashed and
/// stored on every machine.
constexpr std::uint64_t little_endian(std::uint64_t bits) {
  return std::endian::native == std::endian::little ? bits : __builtin_bswap64(bits);
}

/// The bits that stand for x in a hash: all NaNs are one, since which of them arises depends on
/// the order of the operands of an addition; -0.0 and 0.0 are two.
constexpr std::uint64_t canonical_bits(double x) {
  constexpr std::uint64_t kQuietNaN = 0x7ff8000000000000;
  return little_endian(x != x ? kQuietNaN : std::bit_cast<std::uint64_t>(x));
}

}  // namespace sweep::detail
