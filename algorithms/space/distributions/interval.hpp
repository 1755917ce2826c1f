#pragma once

#include <string>

namespace sweep {

/// The closed interval from lo to hi; either end may be infinite.
struct Interval {
  double lo;
  double hi;
  [[nodiscard]] bool contains(double x) const { return lo <= x && x <= hi; }
};

/// The uniform cdf on [lo, lo + width]: 0 below, 1 above, NaN for NaN.
constexpr double uniform_cdf(double x, double lo, double width) {
  const double z = (x - lo) / width;
  return z <= 0 ? 0 : z >= 1 ? 1 : z;
}

/// "" for finite lo < hi, else what is wrong: "min 0.1 is not less than max 0.01".
std::string range_problem(double lo, double hi);

/// "" if `value` is a finite number above `bound`, else "q 0 is not greater than 0".
std::string above_problem(const char* name, double value, double bound);

}  // namespace sweep
