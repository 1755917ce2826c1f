#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "algorithms/space/stream.hpp"

namespace sweep {

/// Where the random numbers of a proposal come from.
struct WandbDraws {
  std::function<void(std::span<double>)> fill_uniform;  // each in [0, 1)
  std::function<std::uint64_t(std::uint64_t n)> index;  // among 0 .. n-1
};

/// A stream of our own.
WandbDraws draws_from(const Stream& stream);

/// numpy's legacy generator after numpy.random.seed(seed): MT19937 (Matsumoto, Nishimura 1998,
/// doi:10.1145/272991.272995) by its 32-bit initialiser. An index below n takes the lowest bits of
/// a word, as many as n - 1 needs, until they are below n; n up to 2^32. Copies share the state.
WandbDraws numpy_draws(std::uint32_t seed);

/// The double in [0, 1) that Python and numpy make of two words: ((a >> 5) 2^26 + (b >> 6)) / 2^53.
constexpr double double_of_words(std::uint32_t a, std::uint32_t b) {
  return (static_cast<double>(a >> 5) * 0x1p26 + static_cast<double>(b >> 6)) * 0x1p-53;
}

}  // namespace sweep
