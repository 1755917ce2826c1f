#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "algorithms/space/count.hpp"
#include "algorithms/space/search_space.hpp"

namespace sweep {

/// The values of one parameter in a grid: all of them if they are finitely many, else a number of
/// levels at the quantiles (i + 1/2)/levels, equally spaced and never at an infinite end.
class GridAxis {
 public:
  /// `levels` counts only where the parameter has infinitely many values; at least 1 there.
  GridAxis(const Distribution& distribution, std::uint64_t levels);

  [[nodiscard]] Count count() const { return count_; }
  [[nodiscard]] double at(Count i) const;
  [[nodiscard]] std::optional<Count> position(double x) const;

 private:
  Distribution distribution_;
  std::vector<double> levels_;  // sorted, each once; empty: the distribution's own values
  Count count_;
};

}  // namespace sweep
