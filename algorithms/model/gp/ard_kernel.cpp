#include "algorithms/model/gp/ard_kernel.hpp"

#include <cassert>
#include <cmath>

namespace sweep {

double ArdScales::joint_length(std::size_t column) const { return std::exp(logs[column]); }
double ArdScales::own_length(std::size_t column) const { return std::exp(logs[columns + column]); }
double ArdScales::joint_variance() const { return std::exp(logs[2 * columns]); }
double ArdScales::own_variance() const {
  return std::exp(logs[2 * columns + 1]) / static_cast<double>(columns);
}
double ArdScales::noise() const { return std::exp(logs[2 * columns + 2]); }
double ArdScales::variance() const {
  return joint_variance() + own_variance() * static_cast<double>(columns);
}

void RowTable::append(std::span<const double> row) {
  assert(row.size() == width());
  for (std::size_t k = 0; k < row.size(); ++k) columns_[k].push_back(row[k]);
  ++rows_;
}

std::vector<double> RowTable::row(std::size_t i) const {
  std::vector<double> row;
  row.reserve(width());
  for (const auto& column : columns_) row.push_back(column[i]);
  return row;
}

}  // namespace sweep
