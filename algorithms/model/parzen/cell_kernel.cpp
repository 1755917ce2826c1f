#include "algorithms/model/parzen/cell_kernel.hpp"

#include <algorithm>
#include <utility>

#include "algorithms/model/parzen/normal_mass.hpp"

namespace sweep {

CellSeries::CellSeries(double ratio) {
  const double r2 = ratio * ratio;
  const double a = r2 / 24;
  const double b = r2 * r2 / 1920;
  const double c = r2 * r2 * r2 / 322560;
  // He2 = z^2 - 1, He4 = z^4 - 6 z^2 + 3, He6 = z^6 - 15 z^4 + 45 z^2 - 15.
  coefficients = {1 - a + 3 * b - 15 * c, a - 6 * b + 45 * c, b - 15 * c, c};
}

const double* CellMasses::of_width(double width) {
  constexpr std::size_t kMostTables = 64;
  const auto known = std::find_if(tables_.begin(), tables_.end(),
                                  [&](const Table& table) { return table.width == width; });
  if (known != tables_.end()) {
    std::swap(*known, tables_.front());
  } else {
    if (tables_.size() == kMostTables) tables_.clear();
    tables_.insert(tables_.begin(), table_of(width));
  }
  return tables_.front().masses.data() + (cells_ - 1);
}

CellMasses::Table CellMasses::table_of(double width) const {
  Table table{width, std::vector<double>(2 * cells_ - 1)};
  const double ratio = 1 / (static_cast<double>(cells_) * width);
  for (std::size_t k = 0; k < cells_; ++k) {
    const auto distance = static_cast<double>(k);
    const double mass = normal_mass((distance - 0.5) * ratio, (distance + 0.5) * ratio);
    table.masses[cells_ - 1 - k] = mass;
    table.masses[cells_ - 1 + k] = mass;
  }
  return table;
}

}  // namespace sweep
