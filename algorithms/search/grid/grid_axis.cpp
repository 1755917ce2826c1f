#include "algorithms/search/grid/grid_axis.hpp"

#include <algorithm>

namespace sweep {
namespace {

// Quantised kinds may round neighbouring levels to one value.
std::vector<double> distinct_levels(const Distribution& distribution, std::uint64_t levels) {
  std::vector<double> values;
  for (std::uint64_t i = 0; i < levels; ++i) {
    values.push_back(
        quantile(distribution, (static_cast<double>(i) + 0.5) / static_cast<double>(levels)));
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

}  // namespace

GridAxis::GridAxis(const Distribution& distribution, std::uint64_t levels)
    : distribution_(distribution) {
  const Cardinality own = sweep::count(distribution);
  if (!own) levels_ = distinct_levels(distribution, levels);
  count_ = own ? *own : levels_.size();
}

double GridAxis::at(Count i) const {
  return levels_.empty() ? value_at(distribution_, i) : levels_[static_cast<std::size_t>(i)];
}

std::optional<Count> GridAxis::position(double x) const {
  if (levels_.empty()) return sweep::position(distribution_, x);
  const auto found = std::lower_bound(levels_.begin(), levels_.end(), x);
  if (found == levels_.end() || *found != x) return std::nullopt;
  return static_cast<Count>(found - levels_.begin());
}

}  // namespace sweep
