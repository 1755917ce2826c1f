#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace sweep {

/// A stream of random numbers that is a value: copying it repeats the same numbers.
///
/// Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, doi:10.1145/2063384.2063405) in counter mode.
/// A stream is named by 128 bits (64 of key, 64 in the upper half of the counter); the lower half
/// counts the numbers drawn. `child` derives the 128 bits of another stream from this one's, so a
/// number depends on names and ids only, never on a thread or on what else was drawn.
class Stream {
 public:
  explicit Stream(std::uint64_t seed);

  /// The stream that belongs to `id` (below 2^62) or `name` under this one. Does not advance.
  [[nodiscard]] Stream child(std::uint64_t id) const;
  [[nodiscard]] Stream child(std::string_view name) const;

  /// 64 random bits.
  std::uint64_t bits();
  /// Uniform in the open interval (0, 1): the 2^52 values (k + 1/2) 2^-52.
  double uniform();
  /// Standard normal, by inversion of one uniform.
  double normal();
  /// Uniform among 0 .. n-1, without bias (Lemire 2019, doi:10.1145/3230636); n >= 1.
  std::uint64_t index(std::uint64_t n);
  /// Writes the numbers that calling uniform() for each entry in turn would give.
  void fill_uniform(std::span<double> out);

  bool operator==(const Stream&) const = default;

 private:
  Stream(std::uint64_t key, std::uint64_t nonce) : key_(key), nonce_(nonce) {}

  std::uint64_t key_;
  std::uint64_t nonce_;
  std::uint64_t position_ = 0;  // 64-bit words drawn so far; two to a Philox block
};

}  // namespace sweep
