#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace sweep {

/// What the columns of encoded rows hold: a coordinate, or the index of a category.
struct ColumnKinds {
  std::vector<char> is_category;  // one per column

  [[nodiscard]] std::size_t width() const { return is_category.size(); }
  /// |a - b|, or for a category whether they differ: 0 or 1 (Hamming).
  [[nodiscard]] double distance(std::size_t column, double a, double b) const {
    if (is_category[column] != 0) return a == b ? 0 : 1;
    return std::abs(a - b);
  }
};

}  // namespace sweep
