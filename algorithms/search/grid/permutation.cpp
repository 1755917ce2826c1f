#include "algorithms/search/grid/permutation.hpp"

#include <cassert>

namespace sweep {
namespace {

// Four rounds make a strong pseudo-random permutation of large blocks; blocks of few bits need many
// more until all orders are alike.
int rounds_for(int half_bits) { return half_bits < 4 ? 32 : 8; }

int half_bits_for(Count n) {
  int half_bits = 1;
  while (half_bits < 64 && (Count{1} << (2 * half_bits)) < n) ++half_bits;
  return half_bits;
}

}  // namespace

Permutation::Permutation(Count n, const Stream& key)
    : n_(n),
      key_(key),
      half_bits_(half_bits_for(n)),
      rounds_(rounds_for(half_bits_)),
      half_mask_(half_bits_ == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << half_bits_) - 1) {
  assert(n >= 1 && n <= kLargestCount);
}

Count Permutation::operator()(Count i) const {
  assert(i < n_);
  Count image = forward(i);
  while (image >= n_) image = forward(image);
  return image;
}

Count Permutation::inverse(Count image) const {
  assert(image < n_);
  Count i = backward(image);
  while (i >= n_) i = backward(i);
  return i;
}

std::uint64_t Permutation::scramble(int round, std::uint64_t half) const {
  // The two parts are asked for apart since ids have 63 bits and a half has up to 64.
  const Stream of_round = key_.child(static_cast<std::uint64_t>(round));
  return of_round.child(half >> 32).child(half & 0xffffffff).bits() & half_mask_;
}

Count Permutation::forward(Count block) const {
  auto left = static_cast<std::uint64_t>(block >> half_bits_);
  auto right = static_cast<std::uint64_t>(block) & half_mask_;
  for (int round = 0; round < rounds_; ++round) {
    const std::uint64_t next = left ^ scramble(round, right);
    left = right;
    right = next;
  }
  return Count{left} << half_bits_ | right;
}

Count Permutation::backward(Count block) const {
  auto left = static_cast<std::uint64_t>(block >> half_bits_);
  auto right = static_cast<std::uint64_t>(block) & half_mask_;
  for (int round = rounds_ - 1; round >= 0; --round) {
    const std::uint64_t previous = right ^ scramble(round, left);
    right = left;
    left = previous;
  }
  return Count{left} << half_bits_ | right;
}

}  // namespace sweep
