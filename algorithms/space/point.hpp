#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sweep {

/// One value per parameter, in the order of its space. Native units; a category is its index and
/// a constant is 0.
struct Point {
  std::vector<double> values;
  bool operator==(const Point&) const = default;
};

/// One coordinate in (0, 1) per parameter: the probability that its value stands for.
struct UnitPoint {
  std::vector<double> values;
  bool operator==(const UnitPoint&) const = default;
};

/// A point that someone else owns.
using PointView = std::span<const double>;

}  // namespace sweep
