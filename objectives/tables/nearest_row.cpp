#include "objectives/tables/nearest_row.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace sweep {
namespace {

constexpr std::size_t kLanes = 64;  // rows whose distances are summed side by side

using Lanes = std::array<double, kLanes>;

// Hot, as is the next one: plain loops that the compiler turns into vector instructions.
void add_squares(const double* row, double u, Lanes& distances) {
  for (std::size_t k = 0; k < kLanes; ++k) distances[k] += (row[k] - u) * (row[k] - u);
}
void add_mismatches(const double* row, double category, Lanes& distances) {
  for (std::size_t k = 0; k < kLanes; ++k) distances[k] += row[k] != category ? 1.0 : 0.0;
}

}  // namespace

NearestRow::NearestRow(const SearchSpace& space, std::span<const double> points)
    : space_(space), rows_(points.size() / space.size()) {
  for (std::size_t i = 0; i < space.size(); ++i) {
    const Kind type = kind(space[i].distribution);
    if (type != Kind::constant) axes_.push_back({i, type == Kind::category});
  }
  const std::size_t blocks = (rows_ + kLanes - 1) / kLanes;
  blocks_.resize(blocks * axes_.size() * kLanes);
  for (std::size_t row = 0; row < rows_; ++row) {
    const PointView x = points.subspan(row * space.size(), space.size());
    for (std::size_t i = 0; i < axes_.size(); ++i) {
      blocks_[place(row, i)] = coordinate(axes_[i], x);
    }
  }
}

std::size_t NearestRow::place(std::size_t row, std::size_t axis) const {
  return (row / kLanes * axes_.size() + axis) * kLanes + row % kLanes;
}

double NearestRow::coordinate(const Axis& axis, PointView x) const {
  const Distribution& distribution = space_[axis.parameter].distribution;
  if (!axis.is_category) return to_unit(distribution, x[axis.parameter]);
  const auto place = position(distribution, x[axis.parameter]);
  return place ? static_cast<double>(*place) : -1;  // no category: equal to none
}

std::size_t NearestRow::operator()(PointView x) const {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::infinity();
  std::vector<double> target;
  target.reserve(axes_.size());
  for (const Axis& axis : axes_) target.push_back(coordinate(axis, x));
  const double* values = blocks_.data();
  for (std::size_t first = 0; first < rows_; first += kLanes) {
    Lanes distances = {};
    for (std::size_t i = 0; i < axes_.size(); ++i, values += kLanes) {
      axes_[i].is_category ? add_mismatches(values, target[i], distances)
                           : add_squares(values, target[i], distances);
    }
    for (std::size_t k = 0; k < std::min(kLanes, rows_ - first); ++k) {
      if (distances[k] >= least || std::isnan(distances[k])) continue;
      least = distances[k];
      best = first + k;
    }
  }
  return best;
}

// Compares two rows by their coordinates one after the other: below 0, 0 or above.
int NearestRow::compare(std::size_t row, std::size_t other) const {
  for (std::size_t i = 0; i < axes_.size(); ++i) {
    const double a = blocks_[place(row, i)];
    const double b = blocks_[place(other, i)];
    if (a != b) return a < b ? -1 : 1;
  }
  return 0;
}

std::vector<std::size_t> NearestRow::distinct_rows() const {
  std::vector<std::size_t> rows(rows_);
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  std::sort(rows.begin(), rows.end(), [this](std::size_t a, std::size_t b) {
    const int order = compare(a, b);
    return order != 0 ? order < 0 : a < b;
  });
  const auto end = std::unique(rows.begin(), rows.end(),
                               [this](std::size_t a, std::size_t b) { return compare(a, b) == 0; });
  rows.erase(end, rows.end());
  std::sort(rows.begin(), rows.end());
  return rows;
}

}  // namespace sweep
