#pragma once

#include <span>
#include <vector>

#include "bench/results/measures/descent.hpp"

namespace sweep {

/// How the cells of a method came down together: at each place along the axis the median of their
/// precisions so far and the quartiles (type 7 of Hyndman and Fan); NaN where that is infinite, as
/// before the first success.
struct MedianCourse {
  std::vector<double> median;
  std::vector<double> lower;
  std::vector<double> upper;
};

/// The course at `places`, of at least one cell. A cell that ended counts with what it reached.
MedianCourse median_course(std::span<const Descent* const> cells, std::span<const double> places);

/// Places that stand for an axis from `first` to `last`: both, and `per_decade` of each decade
/// between; whole numbers only, if it counts. 0 < first <= last.
std::vector<double> course_places(double first, double last, int per_decade, bool is_count);

}  // namespace sweep
