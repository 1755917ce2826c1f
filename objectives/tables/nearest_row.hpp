#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/space/search_space.hpp"

namespace sweep {

/// Finds the row of a table that is nearest to a point: the least sum of squared differences in the
/// unit cube, where a different category counts 1 and constants nothing. Ties go to the lower row.
///
/// Looks at every row: 2000 rows of 10 parameters take some microseconds.
class NearestRow {
 public:
  /// `points`: rows x parameters, native values.
  NearestRow(const SearchSpace& space, std::span<const double> points);

  [[nodiscard]] std::size_t operator()(PointView x) const;

  /// The rows that can be found, in order: of rows with the same coordinates only the lowest.
  [[nodiscard]] std::vector<std::size_t> distinct_rows() const;

 private:
  struct Axis {
    std::size_t parameter;
    bool is_category;
  };

  [[nodiscard]] double coordinate(const Axis& axis, PointView x) const;
  [[nodiscard]] std::size_t place(std::size_t row, std::size_t axis) const;  // in blocks_
  [[nodiscard]] int compare(std::size_t row, std::size_t other) const;

  SearchSpace space_;
  std::size_t rows_;
  std::vector<Axis> axes_;
  // Blocks of kLanes rows, the last one filled up; in each, the rows' coordinates axis by axis.
  std::vector<double> blocks_;
};

}  // namespace sweep
