#include "bench/results/importance/factor.hpp"

namespace sweep {
namespace {

FactorColumn column_of_level(const Factor& factor, std::size_t place, std::size_t level) {
  FactorColumn column{place, level, {}};
  column.values.reserve(factor.values.size());
  for (const double x : factor.values) {
    column.values.push_back(x == static_cast<double>(level) ? 1 : 0);
  }
  return column;
}

}  // namespace

std::vector<FactorColumn> columns_of(const std::vector<Factor>& factors) {
  std::vector<FactorColumn> columns;
  for (std::size_t place = 0; place < factors.size(); ++place) {
    const Factor& factor = factors[place];
    if (!factor.is_category()) columns.push_back({place, std::nullopt, factor.values});
    for (std::size_t level = 0; level < factor.levels.size(); ++level) {
      columns.push_back(column_of_level(factor, place, level));
    }
  }
  return columns;
}

}  // namespace sweep
