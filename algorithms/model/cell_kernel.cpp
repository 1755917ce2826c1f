#include "algorithms/model/cell_kernel.hpp"

#include <algorithm>

#include "algorithms/model/normal_mass.hpp"

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
  for (const Table& table : tables_) {
    if (table.width == width) return table.masses.data();
  }
  if (tables_.size() == kMostTables) tables_.clear();
  Table& table = tables_.emplace_back(Table{width, std::vector<double>(cells_)});
  const double ratio = 1 / (static_cast<double>(cells_) * width);
  for (std::size_t k = 0; k < cells_; ++k) {
    const auto distance = static_cast<double>(k);
    table.masses[k] = normal_mass((distance - 0.5) * ratio, (distance + 0.5) * ratio);
  }
  return table.masses.data();
}

}  // namespace sweep
