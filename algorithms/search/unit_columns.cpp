#include "algorithms/search/unit_columns.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

UnitColumn::Kind kind_of(const Distribution& distribution) {
  if (kind(distribution) == Kind::category) return UnitColumn::Kind::category;
  const bool is_stepped = count(distribution) || std::holds_alternative<Quantised>(distribution) ||
                          std::holds_alternative<ZeroOr>(distribution);
  return is_stepped ? UnitColumn::Kind::stepped : UnitColumn::Kind::continuous;
}

// About 4.75 deviations of a normal.
Interval range_of(const Distribution& distribution) {
  constexpr double kTail = 1e-6;
  const Interval ends = support(distribution);
  return {contains(distribution, ends.lo) ? 0 : kTail,
          contains(distribution, ends.hi) ? 1 : 1 - kTail};
}

}  // namespace

UnitColumns::UnitColumns(const SearchSpace& space)
    : space_(space), cardinality_(space.cardinality()) {
  for (std::size_t i = 0; i < space.size(); ++i) {
    const Distribution& distribution = space[i].distribution;
    if (kind(distribution) == Kind::constant) continue;
    columns_.push_back({i, kind_of(distribution), count(distribution), range_of(distribution)});
  }
}

ColumnKinds UnitColumns::kinds() const {
  ColumnKinds kinds;
  for (std::size_t k = 0; k < width(); ++k) kinds.is_category.push_back(is_category(k) ? 1 : 0);
  return kinds;
}

bool UnitColumns::has_row_for(PointView point) const {
  return std::all_of(columns_.begin(), columns_.end(), [&](const UnitColumn& column) {
    const double x = point[column.parameter];
    if (column.kind != UnitColumn::Kind::category) return !std::isnan(x);
    return contains(space_[column.parameter].distribution, x);
  });
}

std::vector<double> UnitColumns::row_of(PointView point) const {
  std::vector<double> row;
  row.reserve(width());
  for (const UnitColumn& column : columns_) {
    const Distribution& values = space_[column.parameter].distribution;
    const double x = point[column.parameter];
    switch (column.kind) {
      case UnitColumn::Kind::category:
        row.push_back(x);
        break;
      case UnitColumn::Kind::stepped:
        row.push_back(to_unit(values, x));
        break;
      case UnitColumn::Kind::continuous:
        row.push_back(cdf(values, x));
        break;
    }
  }
  return row;
}

Point UnitColumns::point_of(std::span<const double> row) const {
  Point point{std::vector<double>(space_.size(), 0.0)};
  for (std::size_t k = 0; k < width(); ++k) {
    const double u = std::clamp(row[k], 0.0, is_category(k) ? row[k] : 1.0);
    point.values[columns_[k].parameter] = is_category(k) ? u : quantile(distribution(k), u);
  }
  return point;
}

std::vector<double> UnitColumns::unit_row(std::span<const double> row) const {
  std::vector<double> units(row.begin(), row.end());
  for (std::size_t k = 0; k < width(); ++k) {
    if (is_category(k)) units[k] = to_unit(distribution(k), row[k]);
  }
  return units;
}

void UnitColumns::snap(std::span<double> row) const {
  for (std::size_t k = 0; k < width(); ++k) {
    if (is_category(k)) continue;
    row[k] = std::clamp(row[k], columns_[k].range.lo, columns_[k].range.hi);
    if (columns_[k].kind == UnitColumn::Kind::stepped) row[k] = coordinate(k, row[k]);
  }
}

double UnitColumns::coordinate(std::size_t k, double u) const {
  switch (columns_[k].kind) {
    case UnitColumn::Kind::category:
      return quantile(distribution(k), u);
    case UnitColumn::Kind::stepped:
      return to_unit(distribution(k), quantile(distribution(k), u));
    case UnitColumn::Kind::continuous:
      return u;
  }
  return u;
}

double UnitColumns::other_category(std::size_t k, double current, Stream& draws) const {
  constexpr int kDraws = 20;
  double x = current;
  for (int i = 0; i < kDraws && x == current; ++i) x = coordinate(k, draws.uniform());
  return x;
}

std::vector<double> UnitColumns::row_at(Count number) const {
  std::vector<double> row(width());
  for (std::size_t k = width(); k-- > 0;) {
    const double x = value_at(distribution(k), number % *columns_[k].values);
    row[k] = is_category(k) ? x : to_unit(distribution(k), x);
    number /= *columns_[k].values;
  }
  return row;
}

std::vector<double> UnitColumns::coordinates(std::size_t k) const {
  std::vector<double> all;
  for (Count i = 0; i < *columns_[k].values; ++i) {
    const double x = value_at(distribution(k), i);
    all.push_back(is_category(k) ? x : to_unit(distribution(k), x));
  }
  return all;
}

}  // namespace sweep
