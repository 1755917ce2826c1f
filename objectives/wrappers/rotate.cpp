#include "objectives/wrappers/rotate.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <utility>
#include <variant>
#include <vector>

#include "algorithms/text/error.hpp"
#include "objectives/wrappers/relocated.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kMostAttempts = 1000;

using Vector = std::vector<double>;
using Columns = std::vector<Vector>;

double dot(const Vector& a, const Vector& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Takes out of `v` what lies along the columns. Twice is enough for full precision (Giraud et al.
/// 2005, doi:10.1007/s00211-005-0615-4).
void make_orthogonal(Vector& v, const Columns& columns) {
  for (int pass = 0; pass < 2; ++pass) {
    for (const Vector& column : columns) {
      const double along = dot(column, v);
      for (std::size_t i = 0; i < v.size(); ++i) v[i] -= along * column[i];
    }
  }
}

/// The columns of an orthogonal matrix Q; nothing if Q' place leaves [-1/2, 1/2]^n, found out as
/// soon as possible.
std::optional<Columns> drawn_columns(Stream stream, std::size_t size,
                                     const std::optional<Vector>& place) {
  Columns columns;
  while (columns.size() < size) {
    Vector v(size);
    for (double& x : v) x = stream.normal();
    make_orthogonal(v, columns);
    const double length = std::sqrt(dot(v, v));
    for (double& x : v) x /= length;
    if (place && std::abs(dot(v, *place)) > 0.5) return std::nullopt;
    columns.push_back(std::move(v));
  }
  return columns;
}

struct Axis {
  std::size_t parameter;
  Interval range;

  [[nodiscard]] double width() const { return range.hi - range.lo; }
  [[nodiscard]] double centre() const { return range.lo + width() / 2; }
};

class Rotation {
 public:
  Rotation(std::vector<Axis> axes, bool folded) : axes_(std::move(axes)), folded_(folded) {}

  void draw(const Stream& stream, const std::optional<Point>& optimum) {
    std::optional<Vector> place;
    if (optimum) place = from_centre(optimum->values);
    for (std::uint64_t attempt = 0; attempt < kMostAttempts; ++attempt) {
      auto columns = drawn_columns(stream.child(attempt), axes_.size(), place);
      if (!columns) continue;
      columns_ = *std::move(columns);
      return;
    }
    columns_ = *drawn_columns(stream.child(std::uint64_t{0}), axes_.size(), std::nullopt);
  }

  void to_inner(std::span<double> row) const {
    const Vector v = from_centre(row);
    Vector turned(v.size(), 0);
    for (std::size_t k = 0; k < v.size(); ++k) {
      for (std::size_t i = 0; i < v.size(); ++i) turned[i] += columns_[k][i] * v[k];
    }
    for (std::size_t i = 0; i < axes_.size(); ++i) {
      const double x = axes_[i].centre() + axes_[i].width() * turned[i];
      row[axes_[i].parameter] = folded_ ? fold(x, axes_[i].range) : x;
    }
  }

  [[nodiscard]] std::optional<Point> to_outer(PointView point) const {
    const Vector v = from_centre(point);
    Point outer{{point.begin(), point.end()}};
    for (std::size_t k = 0; k < axes_.size(); ++k) {
      const Axis& axis = axes_[k];
      const double x = axis.centre() + axis.width() * dot(columns_[k], v);
      if (!axis.range.contains(x)) return std::nullopt;
      outer.values[axis.parameter] = x;
    }
    return outer;
  }

 private:
  [[nodiscard]] Vector from_centre(PointView point) const {
    Vector v;
    for (const Axis& axis : axes_) {
      v.push_back((point[axis.parameter] - axis.centre()) / axis.width());
    }
    return v;
  }

  std::vector<Axis> axes_;
  bool folded_;
  Columns columns_;
};

std::vector<Axis> uniform_axes(const SearchSpace& space) {
  std::vector<Axis> axes;
  for (std::size_t i = 0; i < space.size(); ++i) {
    if (const auto* uniform = std::get_if<Uniform>(&space[i].distribution)) {
      axes.push_back({i, uniform->support()});
    }
  }
  return axes;
}

}  // namespace

Objective rotated(Objective objective, std::uint64_t seed) {
  std::vector<Axis> axes = uniform_axes(objective.space());
  if (axes.size() < 2) {
    throw SpecError(
        fmt::format("rotate needs at least two uniform parameters; there are {}", axes.size()));
  }
  const std::optional<Optimum> optimum = objective.optimum();
  std::optional<Point> point;
  if (optimum && !optimum->points.empty()) point = optimum->points.front();
  Rotation rotation(std::move(axes), !objective.defined_outside_domain());
  rotation.draw(Stream{seed}.child("rotate"), point);
  return Relocated<Rotation>(std::move(objective), std::move(rotation));
}

}  // namespace sweep
