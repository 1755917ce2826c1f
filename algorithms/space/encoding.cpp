#include "algorithms/space/encoding.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

EncodedColumn::Kind kind_of(const Distribution& distribution) {
  if (kind(distribution) == Kind::category) return EncodedColumn::Kind::category;
  const bool is_stepped = count(distribution) || std::holds_alternative<Quantised>(distribution) ||
                          std::holds_alternative<ZeroOr>(distribution);
  return is_stepped ? EncodedColumn::Kind::stepped : EncodedColumn::Kind::continuous;
}

// Where the coordinates of a parameter end: short of an end that is no value, about 4.75 deviations
// of a normal.
Interval range_of(const Distribution& distribution) {
  constexpr double kTail = 1e-6;
  const Interval ends = support(distribution);
  return {contains(distribution, ends.lo) ? 0 : kTail,
          contains(distribution, ends.hi) ? 1 : 1 - kTail};
}

}  // namespace

Encoding::Encoding(const SearchSpace& space) : space_(space), cardinality_(space.cardinality()) {
  for (std::size_t i = 0; i < space.size(); ++i) {
    const Distribution& distribution = space[i].distribution;
    if (kind(distribution) == Kind::constant) continue;
    columns_.push_back({i, kind_of(distribution), count(distribution), range_of(distribution)});
  }
}

ColumnKinds Encoding::kinds() const {
  ColumnKinds kinds;
  for (std::size_t k = 0; k < width(); ++k) kinds.is_category.push_back(is_category(k) ? 1 : 0);
  return kinds;
}

bool Encoding::has_row_for(PointView point) const {
  return std::all_of(columns_.begin(), columns_.end(), [&](const EncodedColumn& column) {
    const double x = point[column.parameter];
    if (column.kind != EncodedColumn::Kind::category) return !std::isnan(x);
    return contains(space_[column.parameter].distribution, x);
  });
}

std::vector<double> Encoding::row_of(PointView point) const {
  std::vector<double> row;
  row.reserve(width());
  for (const EncodedColumn& column : columns_) {
    const Distribution& values = space_[column.parameter].distribution;
    const double x = point[column.parameter];
    switch (column.kind) {
      case EncodedColumn::Kind::category:
        row.push_back(x);
        break;
      case EncodedColumn::Kind::stepped:
        row.push_back(to_unit(values, x));
        break;
      case EncodedColumn::Kind::continuous:
        row.push_back(cdf(values, x));
        break;
    }
  }
  return row;
}

Point Encoding::point_of(std::span<const double> row) const {
  Point point{std::vector<double>(space_.size(), 0.0)};
  for (std::size_t k = 0; k < width(); ++k) {
    const double u = std::clamp(row[k], 0.0, is_category(k) ? row[k] : 1.0);
    point.values[columns_[k].parameter] = is_category(k) ? u : quantile(distribution(k), u);
  }
  return point;
}

std::vector<double> Encoding::unit_row(std::span<const double> row) const {
  std::vector<double> units(row.begin(), row.end());
  for (std::size_t k = 0; k < width(); ++k) {
    if (is_category(k)) units[k] = to_unit(distribution(k), row[k]);
  }
  return units;
}

void Encoding::snap(std::span<double> row) const {
  for (std::size_t k = 0; k < width(); ++k) {
    if (is_category(k)) continue;
    row[k] = std::clamp(row[k], columns_[k].range.lo, columns_[k].range.hi);
    if (columns_[k].kind == EncodedColumn::Kind::stepped) row[k] = coordinate(k, row[k]);
  }
}

double Encoding::coordinate(std::size_t k, double u) const {
  switch (columns_[k].kind) {
    case EncodedColumn::Kind::category:
      return quantile(distribution(k), u);
    case EncodedColumn::Kind::stepped:
      return to_unit(distribution(k), quantile(distribution(k), u));
    case EncodedColumn::Kind::continuous:
      return u;
  }
  return u;
}

double Encoding::other_category(std::size_t k, double current, Stream& draws) const {
  constexpr int kDraws = 20;
  double x = current;
  for (int i = 0; i < kDraws && x == current; ++i) x = coordinate(k, draws.uniform());
  return x;
}

std::vector<double> Encoding::row_at(Count number) const {
  std::vector<double> row(width());
  for (std::size_t k = width(); k-- > 0;) {
    const double x = value_at(distribution(k), number % *columns_[k].values);
    row[k] = is_category(k) ? x : to_unit(distribution(k), x);
    number /= *columns_[k].values;
  }
  return row;
}

std::vector<double> Encoding::coordinates(std::size_t k) const {
  std::vector<double> all;
  for (Count i = 0; i < *columns_[k].values; ++i) {
    const double x = value_at(distribution(k), i);
    all.push_back(is_category(k) ? x : to_unit(distribution(k), x));
  }
  return all;
}

}  // namespace sweep
