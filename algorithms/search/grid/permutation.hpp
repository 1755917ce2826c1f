#pragma once

#include <cstdint>

#include "algorithms/space/count.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {

/// A random order of 0 .. n-1 in O(1) memory: a permutation named by a stream.
///
/// A balanced Feistel network (Luby, Rackoff 1988, doi:10.1137/0217022) whose round function is
/// Philox, on the smallest even number of bits that holds n; results of n or more are put through
/// again until they fall below it (cycle walking: Black, Rogaway 2002,
/// doi:10.1007/3-540-45760-7_9), at most 4 times on average. n from 1 to 2^127.
class Permutation {
 public:
  Permutation(Count n, const Stream& key);

  /// Where position `i` < n of the order points.
  [[nodiscard]] Count operator()(Count i) const;
  /// The position that points to `image` < n.
  [[nodiscard]] Count inverse(Count image) const;

 private:
  [[nodiscard]] std::uint64_t scramble(int round, std::uint64_t half) const;
  [[nodiscard]] Count forward(Count block) const;
  [[nodiscard]] Count backward(Count block) const;

  Count n_;
  Stream key_;
  int half_bits_;
  int rounds_;
  std::uint64_t half_mask_;
};

}  // namespace sweep
