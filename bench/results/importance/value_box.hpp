#pragma once

#include <utility>
#include <vector>

namespace sweep {

/// Intervals of [0, 1) that are apart.
using AxisPart = std::vector<std::pair<double, double>>;

/// A part of the unit cube with one value: on each axis it takes some intervals.
struct ValueBox {
  double value = 0;
  std::vector<AxisPart> sides;
};

}  // namespace sweep
