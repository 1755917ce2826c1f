#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "objectives/objective.hpp"

namespace sweep {

/// The largest dimension of the functions that leave it free.
inline constexpr std::size_t kLargestDim = 1000;

constexpr double squared(double x) { return x * x; }

/// The point whose coordinates are all `x`.
inline Point diagonal_point(std::size_t dim, double x) {
  return Point{std::vector<double>(dim, x)};
}

/// The optimum of the test function F at points known to full precision, with the value that its
/// own formula gives there, so that a regret of 0 can be reached.
template <class F>
Optimum optimum_at(std::vector<Point> points) {
  double value = F::value(points.front().values);
  for (const Point& point : points) value = std::min(value, F::value(point.values));
  return {value, std::move(points)};
}

}  // namespace sweep
