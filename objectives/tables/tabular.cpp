#include "objectives/tables/tabular.hpp"

#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace sweep {

Tabular::Tabular(SearchSpace space, Table table)
    : space_(std::move(space)),
      table_(std::move(table)),
      nearest_(space_, table_.points),
      optimum_(lowest_final_loss()) {}

PointView Tabular::point(std::size_t row) const {
  return PointView(table_.points).subspan(row * space_.size(), space_.size());
}

double Tabular::loss(PointView x, int step, const Stream&) const {
  assert(1 <= step && step <= max_step());
  return table_.losses[nearest_(x) * table_.steps + static_cast<std::size_t>(step) - 1];
}

double Tabular::cost_seconds(PointView x, int step) const {
  assert(1 <= step && step <= max_step());
  if (table_.costs_a_row == 0) return 1;
  const std::size_t place = table_.costs_a_row == 1 ? 0 : static_cast<std::size_t>(step) - 1;
  return table_.costs[nearest_(x) * table_.costs_a_row + place];
}

std::optional<Optimum> Tabular::lowest_final_loss() const {
  Optimum lowest{std::numeric_limits<double>::infinity(), {}};
  for (const std::size_t row : nearest_.distinct_rows()) {
    const double loss = table_.losses[(row + 1) * table_.steps - 1];
    if (std::isnan(loss) || loss > lowest.value) continue;
    if (loss < lowest.value) lowest = {loss, {}};
    lowest.points.push_back(Point{{point(row).begin(), point(row).end()}});
  }
  // The only rows with a loss may repeat points of rows that failed.
  return lowest.points.empty() ? std::nullopt : std::optional(lowest);
}

}  // namespace sweep
