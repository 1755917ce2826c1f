#include "bench/results/duplicates.hpp"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cassert>

#include "bench/results/canonical_bits.hpp"

namespace sweep {
namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kBatch = 64;       // points hashed before any of them is looked up
constexpr std::size_t kSmallWidth = 32;  // coordinates that are copied without an allocation

std::uint64_t hash_words(const std::uint64_t* words, std::size_t width) {
  const std::uint64_t hash = XXH3_64bits(words, width * sizeof *words);
  return hash == 0 ? 1 : hash;
}

// Adding 0.0 turns -0.0 into 0.0 and changes nothing else.
void copy_canonical(PointView point, std::uint64_t* words) {
  for (const double value : point) *words++ = detail::canonical_bits(value + 0.0);
}

std::uint64_t hash_point(PointView point) {
  if (point.size() <= kSmallWidth) {
    std::uint64_t words[kSmallWidth];
    copy_canonical(point, words);
    return hash_words(words, point.size());
  }
  std::vector<std::uint64_t> words(point.size());
  copy_canonical(point, words.data());
  return hash_words(words.data(), point.size());
}

}  // namespace

void DuplicateCounter::add(PointView point) {
  ++trials_;
  if (is_over_) return;
  make_room(1);
  insert(hash_point(point));
}

void DuplicateCounter::add_rows(std::span<const double> rows, std::size_t width) {
  assert(width > 0 && rows.size() % width == 0);
  const std::size_t points = rows.size() / width;
  trials_ += points;
  for (std::size_t first = 0; first < points && !is_over_; first += kBatch) {
    const std::size_t batch = std::min(kBatch, points - first);
    make_room(batch);
    std::uint64_t hashes[kBatch];
    for (std::size_t i = 0; i < batch; ++i) {
      hashes[i] = hash_point(rows.subspan((first + i) * width, width));
      __builtin_prefetch(&slots_[first_slot(hashes[i])]);
    }
    for (std::size_t i = 0; i < batch && !is_over_; ++i) insert(hashes[i]);
  }
}

std::optional<std::uint64_t> DuplicateCounter::count() const {
  if (is_over_) return std::nullopt;
  return trials_ - different_;
}

// Keeps half of the slots free, so that a look-up ends after two of them on average.
void DuplicateCounter::make_room(std::size_t more) {
  const std::size_t wanted = std::min(different_ + more, kMostDifferent);
  while (2 * wanted > slots_.size()) grow();
}

void DuplicateCounter::insert(std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = first_slot(hash);
  while (slots_[slot] != 0 && slots_[slot] != hash) slot = (slot + 1) & mask;
  if (slots_[slot] == hash) return;
  if (different_ == kMostDifferent) return give_up();
  slots_[slot] = hash;
  ++different_;
}

void DuplicateCounter::give_up() {
  slots_ = {};
  is_over_ = true;
}

// Doubles the slots. With the top bits for an address, old and new ones are both walked in order of
// memory.
void DuplicateCounter::grow() {
  std::vector<std::uint64_t> old(std::max(kFirstSlots, 2 * slots_.size()));
  old.swap(slots_);
  shift_ = 64 - std::countr_zero(slots_.size());
  different_ = 0;
  for (const std::uint64_t hash : old) {
    if (hash != 0) insert(hash);
  }
}

}  // namespace sweep
