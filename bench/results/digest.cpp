#include "bench/results/digest.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "bench/results/canonical_bits.hpp"

namespace sweep {
namespace {

constexpr std::size_t kBufferWords = 512;  // 4 KiB stay in the first-level cache

Digest digest_from(XXH128_hash_t hash) { return {hash.high64, hash.low64}; }

std::size_t words_of_trial(std::size_t width, std::size_t observations) {
  return 1 + width + 2 * observations;
}

std::uint64_t first_word(std::size_t width, TrialState state, std::size_t observations) {
  return detail::little_endian(static_cast<std::uint64_t>(state) | std::uint64_t{width} << 8 |
                               std::uint64_t{observations} << 32);
}

std::uint64_t* write_trial(std::uint64_t* out, PointView point, TrialState state,
                           std::span<const Observation> curve) {
  *out++ = first_word(point.size(), state, curve.size());
  for (const double value : point) *out++ = detail::canonical_bits(value);
  for (const Observation& observation : curve) {
    *out++ = detail::little_endian(static_cast<std::uint64_t>(observation.step));
    *out++ = detail::canonical_bits(observation.loss);
  }
  return out;
}

void append_word(std::string& bytes, std::uint64_t word) {
  const std::uint64_t little = detail::little_endian(word);
  bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

// The length in front keeps ("ab", "c") and ("a", "bc") apart.
void append_text(std::string& bytes, std::string_view text) {
  append_word(bytes, text.size());
  bytes.append(text);
}

std::optional<std::uint64_t> half_from_hex(std::string_view hex) {
  std::uint64_t half = 0;
  for (const char digit : hex) {
    const bool decimal = digit >= '0' && digit <= '9';
    if (!decimal && (digit < 'a' || digit > 'f')) return std::nullopt;
    half = half << 4 | static_cast<std::uint64_t>(decimal ? digit - '0' : digit - 'a' + 10);
  }
  return half;
}

}  // namespace

struct DigestBuilder::State {
  XXH3_state_t* hash = XXH3_createState();
  std::vector<std::uint64_t> words = std::vector<std::uint64_t>(kBufferWords);
  std::size_t used = 0;

  State() { XXH3_128bits_reset(hash); }
  ~State() { XXH3_freeState(hash); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void flush() {
    XXH3_128bits_update(hash, words.data(), used * sizeof(std::uint64_t));
    used = 0;
  }
  // Room for n words; the hash sees long runs of them only, as its set-up costs more than 32 bytes.
  std::uint64_t* room(std::size_t n) {
    if (used + n > words.size()) {
      flush();
      if (n > words.size()) words.resize(n);
    }
    std::uint64_t* begin = words.data() + used;
    used += n;
    return begin;
  }
};

DigestBuilder::DigestBuilder() : state_(std::make_unique<State>()) {}
DigestBuilder::~DigestBuilder() = default;
DigestBuilder::DigestBuilder(DigestBuilder&&) noexcept = default;
DigestBuilder& DigestBuilder::operator=(DigestBuilder&&) noexcept = default;

void DigestBuilder::add_trial(PointView point, TrialState state, std::span<const Observation> curve,
                              std::span<const double> others) {
  const std::size_t words = words_of_trial(point.size(), curve.size()) + others.size();
  std::uint64_t* out = write_trial(state_->room(words), point, state, curve);
  for (const double value : others) *out++ = detail::canonical_bits(value);
}

void DigestBuilder::add_time(double seconds) { *state_->room(1) = detail::canonical_bits(seconds); }

void DigestBuilder::add_trials(std::span<const double> rows, std::span<const double> losses) {
  if (losses.empty()) return;
  assert(rows.size() % losses.size() == 0);
  const std::size_t width = rows.size() / losses.size();
  const std::size_t words = words_of_trial(width, 1);
  const std::size_t batch = std::max<std::size_t>(1, kBufferWords / words);
  for (std::size_t first = 0; first < losses.size(); first += batch) {
    const std::size_t end = std::min(losses.size(), first + batch);
    std::uint64_t* out = state_->room((end - first) * words);
    for (std::size_t i = first; i < end; ++i) {
      const TrialState state = std::isnan(losses[i]) ? TrialState::failed : TrialState::completed;
      const Observation only{1, losses[i]};
      out = write_trial(out, rows.subspan(i * width, width), state, {&only, 1});
    }
  }
}

Digest DigestBuilder::finish() {
  state_->flush();
  const Digest digest = digest_from(XXH3_128bits_digest(state_->hash));
  XXH3_128bits_reset(state_->hash);
  return digest;
}

void ResultDigest::add(const Cell& cell, const Digest& digest) {
  std::string bytes;
  append_text(bytes, cell.method);
  append_text(bytes, cell.objective);
  append_word(bytes, cell.seed);
  append_word(bytes, digest.high);
  append_word(bytes, digest.low);
  const Digest term = digest_of(bytes);
  sum_.low += term.low;
  sum_.high += term.high + (sum_.low < term.low ? 1 : 0);
}

Digest digest_of(std::string_view text) {
  return digest_from(XXH3_128bits(text.data(), text.size()));
}

std::string to_hex(const Digest& digest) {
  return fmt::format("{:016x}{:016x}", digest.high, digest.low);
}

std::optional<Digest> digest_from_hex(std::string_view hex) {
  if (hex.size() != 32) return std::nullopt;
  const auto high = half_from_hex(hex.substr(0, 16));
  const auto low = half_from_hex(hex.substr(16));
  if (!high || !low) return std::nullopt;
  return Digest{*high, *low};
}

}  // namespace sweep
