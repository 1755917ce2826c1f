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
/// Keeps 64 bits of XXH3 per different point, so the expected number of points taken for another
/// by mistake is n^2/2^65: below 1e-5 at the limit of 2^24 trials (256 MB), beyond which it gives
/// up and frees its memory.
class DuplicateCounter {
 public:
  static constexpr std::uint64_t kLargestCount = std::uint64_t{1} << 24;

  void add(PointView point);
  /// Adds, as add() does, each of the points that lie in `rows` one after the other; width >= 1.
  void add_rows(std::span<const double> rows, std::size_t width);

  /// Nothing beyond kLargestCount trials.
  [[nodiscard]] std::optional<std::uint64_t> count() const;

 private:
  bool makes_room(std::size_t more);
  [[nodiscard]] std::size_t first_slot(std::uint64_t hash) const { return hash >> shift_; }
  void insert(std::uint64_t hash);
  void grow();

  std::vector<std::uint64_t> slots_;  // open addressing, linear probing; 0 is an empty slot
  int shift_ = 64;                    // the slots are a power of two; the top bits of a hash choose
  std::size_t different_ = 0;
  std::uint64_t trials_ = 0;
};

}  // namespace sweep
