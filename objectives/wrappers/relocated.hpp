#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "objectives/wrappers/wrapper.hpp"

namespace sweep {

/// The point of the interval that x is reflected to at its ends, as often as it takes.
inline double fold(double x, const Interval& range) {
  if (range.contains(x)) return x;
  const double width = range.hi - range.lo;
  double t = std::fmod(x - range.lo, 2 * width);
  if (t < 0) t += 2 * width;
  if (t > width) t = 2 * width - t;
  return std::clamp(range.lo + t, range.lo, range.hi);
}

/// An objective whose points mean other points of the one inside, by a map with
///   void to_inner(std::span<double> row) const               what a point means, in place
///   std::optional<Point> to_outer(PointView point) const     the way back; nothing if outside
/// Known optimum points move along; without one that stays in the space the optimum is unknown,
/// because the map may have pushed it out.
template <class Map>
class Relocated : public Wrapper {
 public:
  Relocated(Objective inside, Map map)
      : Wrapper(std::move(inside)), map_(std::move(map)), optimum_(moved(inner().optimum())) {}

  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const {
    return inner().loss(meaning(x).values, step, noise);
  }
  void losses(std::span<const double> rows, TrialId first, const Stream& noise,
              std::span<double> out) const {
    std::vector<double> meant(rows.begin(), rows.end());
    const std::size_t width = space().size();
    for (std::size_t i = 0; i < out.size(); ++i) {
      map_.to_inner(std::span(meant).subspan(i * width, width));
    }
    inner().losses(meant, first, noise, out);
  }
  [[nodiscard]] double exact_loss(PointView x) const {
    return inner().exact_loss(meaning(x).values);
  }
  [[nodiscard]] double cost_seconds(PointView x, int step) const {
    return inner().cost_seconds(meaning(x).values, step);
  }
  [[nodiscard]] std::optional<Optimum> optimum() const { return optimum_; }

 private:
  [[nodiscard]] Point meaning(PointView x) const {
    Point point{{x.begin(), x.end()}};
    map_.to_inner(point.values);
    return point;
  }

  [[nodiscard]] std::optional<Optimum> moved(const std::optional<Optimum>& optimum) const {
    if (!optimum) return std::nullopt;
    Optimum result{optimum->value, {}};
    for (const Point& point : optimum->points) {
      if (auto outer = map_.to_outer(point.values)) result.points.push_back(*std::move(outer));
    }
    if (result.points.empty()) return std::nullopt;
    return result;
  }

  Map map_;
  std::optional<Optimum> optimum_;
};

}  // namespace sweep
