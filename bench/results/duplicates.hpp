#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "algorithms/space/point.hpp"

namespace sweep {

/// Counts the trials of a cell whose point was proposed before in the same cell. -0.0 equals 0.0
/// and NaN equals NaN.
///
/// Keeps 64 bits of XXH3 per different point, so of T trials T * kMostDifferent / 2^64 at most are
/// expected to be taken for another by mistake. A point that is one too many ends it: what was
/// counted is forgotten and its memory freed, whatever else goes on, so that an answer depends on
/// the cell alone. All threads together hold kMostBytes for each of them at most.
class DuplicateCounter {
 public:
  /// Different points that it remembers.
  static constexpr std::size_t kMostDifferent = std::size_t{1} << 20;
  /// What it takes at most: two slots of a point, and half as much while it grows.
  static constexpr std::size_t kMostBytes = 3 * kMostDifferent * sizeof(std::uint64_t);

  void add(PointView point);
  /// Adds, as add() does, each of the points that lie in `rows` one after the other; width >= 1.
  void add_rows(std::span<const double> rows, std::size_t width);

  /// Nothing where there were more than kMostDifferent points.
  [[nodiscard]] std::optional<std::uint64_t> count() const;

 private:
  void make_room(std::size_t more);
  [[nodiscard]] std::size_t first_slot(std::uint64_t hash) const { return hash >> shift_; }
  void insert(std::uint64_t hash);
  void give_up();
  void grow();

  std::vector<std::uint64_t> slots_;  // open addressing, linear probing; 0 is an empty slot
  int shift_ = 64;                    // the slots are a power of two; the top bits of a hash choose
  std::size_t different_ = 0;
  std::uint64_t trials_ = 0;
  bool is_over_ = false;
};

}  // namespace sweep
