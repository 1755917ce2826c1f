#include "algorithms/space/stream.hpp"

#include <Random123/philox.h>

#include <cassert>

#include "algorithms/space/distributions/normal.hpp"

namespace sweep {
namespace {

// Draws count up from position 0 and never reach these: children live in counters of their own.
constexpr std::uint64_t kIdTag = std::uint64_t{1} << 63;
constexpr std::uint64_t kNameTag = kIdTag | std::uint64_t{1} << 62;
[[maybe_unused]] constexpr std::uint64_t kIds = kNameTag - kIdTag;  // below: for assertions

struct Words {
  std::uint64_t first, second;
};

Words philox(std::uint64_t key, std::uint64_t nonce, std::uint64_t counter) {
  const auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
  const auto high = [](std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); };
  const r123::Philox4x32::ctr_type block = r123::Philox4x32{}(
      {{low(counter), high(counter), low(nonce), high(nonce)}}, {{low(key), high(key)}});
  return {std::uint64_t{block[1]} << 32 | block[0], std::uint64_t{block[3]} << 32 | block[2]};
}

double to_open_unit(std::uint64_t word) {
  return (static_cast<double>(word >> 12) + 0.5) * 0x1p-52;
}

}  // namespace

Stream::Stream(std::uint64_t seed) : key_(seed), nonce_(0) {}

Stream Stream::child(std::uint64_t id) const {
  assert(id < kIds);
  const Words words = philox(key_, nonce_, kIdTag ^ id);
  return {words.first, words.second};
}

Stream Stream::child(std::string_view name) const {
  // Absorbs seven letters at a time; their count above them keeps "a" and "a\0" apart, and a last,
  // partly filled block always closes the name.
  Stream stream = *this;
  for (std::size_t i = 0; i <= name.size(); i += 7) {
    const std::string_view part = name.substr(i, 7);
    std::uint64_t block = part.size();
    for (const char letter : part) block = block << 8 | static_cast<unsigned char>(letter);
    const Words words = philox(stream.key_, stream.nonce_, kNameTag ^ block);
    stream = {words.first, words.second};
  }
  return stream;
}

std::uint64_t Stream::bits() {
  const Words words = philox(key_, nonce_, position_ / 2);
  return position_++ % 2 == 0 ? words.first : words.second;
}

double Stream::uniform() { return to_open_unit(bits()); }

double Stream::normal() { return normal_quantile(uniform()); }

std::uint64_t Stream::index(std::uint64_t n) {
  assert(n >= 1);
  __extension__ using Wide = unsigned __int128;
  const std::uint64_t unfair = (0 - n) % n;  // 2^64 mod n: that many low words are rejected
  Wide product = Wide{bits()} * n;
  while (static_cast<std::uint64_t>(product) < unfair) product = Wide{bits()} * n;
  return static_cast<std::uint64_t>(product >> 64);
}

void Stream::fill_uniform(std::span<double> out) {
  std::size_t i = 0;
  if (position_ % 2 == 1 && !out.empty()) out[i++] = uniform();
  for (; i + 1 < out.size(); i += 2, position_ += 2) {
    const Words words = philox(key_, nonce_, position_ / 2);
    out[i] = to_open_unit(words.first);
    out[i + 1] = to_open_unit(words.second);
  }
  if (i < out.size()) out[i] = uniform();
}

}  // namespace sweep
