#include "objectives/bbob/instance.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

#include "objectives/bbob/formula.hpp"

namespace sweep {
namespace {

using detail::Coordinates;
using detail::kLanes;
using detail::Pack;

detail::BuiltFormula build_formula(const detail::BbobSetting& setting) {
  if (setting.function <= 5) return detail::build_separable(setting);
  if (setting.function <= 9) return detail::build_moderate(setting);
  if (setting.function <= 14) return detail::build_ill_conditioned(setting);
  if (setting.function <= 19) return detail::build_multi_modal(setting);
  return detail::build_weakly_structured(setting);
}

/// What f20 is at the point called its optimum, which misses it by little. The mean of equal terms
/// is taken as COCO takes it, since its rounding decides the last bit of some best values.
double rest_at_optimum(int function, int dimension) {
  constexpr double kReported = 420.96874633;
  if (function != 20) return 0;
  double sum = 0;
  for (int i = 0; i < dimension; ++i) sum += kReported * std::sin(std::sqrt(kReported));
  return 0.01 * (418.9828872724339 - sum / dimension);
}

/// The value at a point that is not finite.
double value_outside_numbers(PointView x) {
  for (const double v : x) {
    if (std::isinf(v)) return std::numeric_limits<double>::infinity();
  }
  return std::numeric_limits<double>::quiet_NaN();
}

/// 0 where all coordinates are finite, else NaN: of each point, or in any lane of a single one.
template <class Real>
Pack finiteness(const Coordinates<Real>& x) {
  Pack sum = 0.0;
  for_each(x, [&](auto at) { sum += x[at] - x[at]; });
  return sum;
}

/// One point, with zeros in the lanes that are left over.
Coordinates<double> side_by_side(PointView x) {
  const int size = static_cast<int>(x.size());
  Coordinates<double> coordinates(size);
  int i = 0;
  for (; i + kLanes <= size; i += kLanes) coordinates.set({i}, Pack::load(x.data() + i));
  if (i < size) {
    // Lane by lane in a register: a pack read from what was stored in smaller parts has to wait.
    Pack rest = 0.0;
    for (int lane = 0; lane < kLanes; ++lane) {
      if (i + lane >= size) break;
      rest.lanes[lane] = x.data()[i + lane];
    }
    coordinates.set({i}, rest);
  }
  return coordinates;
}

/// kLanes points, one in each lane; there is at least one, and the last one fills up the others.
Coordinates<Pack> side_by_side(std::span<const double> rows, int dimension) {
  const auto width = static_cast<std::size_t>(dimension);
  const std::size_t last = rows.size() / width - 1;
  const double* row[kLanes];
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    row[lane] = rows.data() + std::min(lane, last) * width;
  }
  Coordinates<Pack> x(dimension);
  for (int i = 0; i < dimension; ++i) {
    Pack coordinate;
    for (int lane = 0; lane < kLanes; ++lane) coordinate.lanes[lane] = row[lane][i];
    x.set({i}, coordinate);
  }
  return x;
}

}  // namespace

BbobInstance::BbobInstance(const BbobProblem& problem, const BbobVariant& variant) {
  const detail::BbobSetting setting(problem, variant);
  detail::BuiltFormula built = build_formula(setting);
  dimension_ = setting.dimension;
  f_opt_ = setting.f_opt;
  best_value_ = (variant.adds_f_opt ? f_opt_ : 0) + rest_at_optimum(problem.function, dimension_);
  x_opt_ = std::move(built.x_opt);
  formula_ = std::move(built.formula);
}

double BbobInstance::value(PointView x) const {
  assert(x.size() == x_opt_.size());
  const Coordinates<double> coordinates = side_by_side(x);
  if (!all(finiteness(coordinates) == 0.0)) return value_outside_numbers(x);
  return formula_->value(coordinates);
}

void BbobInstance::values(std::span<const double> rows, std::span<double> out) const {
  const std::size_t width = x_opt_.size();
  assert(rows.size() >= out.size() * width);
  for (std::size_t first = 0; first < out.size(); first += kLanes) {
    const Coordinates<Pack> points = side_by_side(rows.subspan(first * width), dimension_);
    const Pack finite = finiteness(points);
    const Pack value = formula_->value(points);
    const std::size_t count = std::min<std::size_t>(kLanes, out.size() - first);
    for (std::size_t lane = 0; lane < count; ++lane) {
      const std::size_t i = first + lane;
      const bool is_finite = finite[static_cast<int>(lane)] == 0;
      out[i] = is_finite ? value[static_cast<int>(lane)]
                         : value_outside_numbers(rows.subspan(i * width, width));
    }
  }
}

}  // namespace sweep
