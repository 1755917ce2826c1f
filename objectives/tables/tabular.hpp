#pragma once

#include "objectives/objective.hpp"
#include "objectives/tables/nearest_row.hpp"
#include "objectives/tables/table.hpp"

namespace sweep {

/// Training runs that were made before, looked up: the learning curve and the costs of a point are
/// those of the nearest row of a table (NearestRow says what is near). The loss of a failed run is
/// NaN; a step costs 1 where costs were not measured. Of rows with the same coordinates the first
/// one counts. The optimum is the lowest loss at the last step.
class Tabular {
 public:
  /// `table` is one that read_table gave for this space.
  Tabular(SearchSpace space, Table table);

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  [[nodiscard]] int max_step() const { return static_cast<int>(table_.steps); }
  [[nodiscard]] double cost_seconds(PointView x, int step) const;
  [[nodiscard]] std::optional<Optimum> optimum() const { return optimum_; }

 private:
  [[nodiscard]] PointView point(std::size_t row) const;
  [[nodiscard]] std::optional<Optimum> lowest_final_loss() const;

  SearchSpace space_;
  Table table_;
  NearestRow nearest_;
  std::optional<Optimum> optimum_;
};

}  // namespace sweep
