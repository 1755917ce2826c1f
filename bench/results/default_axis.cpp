#include "bench/results/default_axis.hpp"

#include <algorithm>

namespace sweep {

AxisChoice default_axis(const CellSet& set) {
  const auto any = [&](auto is_so) {
    return std::any_of(set.cells.begin(), set.cells.end(), is_so);
  };
  if (!any([](const KeyedCell& cell) { return cell.use.stopped > 0; })) return {};
  if (any([](const KeyedCell& cell) { return cell.descents && !cell.descents->steps; })) {
    return {Axis::time,
            "a scheduler stopped trials, and a store of an older layout does not know their steps"};
  }
  return {Axis::steps, "a scheduler stopped trials, which cost the steps that they took"};
}

}  // namespace sweep
