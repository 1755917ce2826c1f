#include "algorithms/model/minimise/interval_minimum.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace sweep {
namespace {

// The reference leaves these at the defaults of SciPy's fmin_l_bfgs_b.
constexpr double kLeastGradient = 1e-5;
constexpr double kLeastDecrease = 1e7 * std::numeric_limits<double>::epsilon();
constexpr int kMostIterations = 15000;
constexpr int kMostSearchSteps = 20;

struct Place {
  double x;
  Slope f;
};

bool is_stationary(const Place& at, Interval interval) {
  const double descent = std::clamp(at.x - at.f.derivative, interval.lo, interval.hi) - at.x;
  return !(std::abs(descent) > kLeastGradient);
}

// The step that just reaches the end of the interval; the quadratic model's step is 1, and no step
// is shorter than that but for rounding.
double longest_step(double x, double direction, Interval interval) {
  constexpr double kUnlimited = 1e10;
  const double room = (direction < 0 ? interval.lo : interval.hi) - x;
  return std::clamp(room / direction, 1.0, kUnlimited);
}

/// Descends by line searches until nothing is gained.
class Descent {
 public:
  Descent(const std::function<Slope(double)>& f, double start, Interval interval)
      : f_(f), interval_(interval), at_{start, f(start)} {}

  Minimum run() {
    int iterations = 0;
    while (iterations < kMostIterations && !is_stationary(at_, interval_)) {
      const double direction = direction_of_model();
      const std::optional<Place> next = search(direction, iterations == 0);
      if (!next) {
        if (!curvature_) break;  // without a model there is nothing else to try
        curvature_.reset();
        continue;
      }
      ++iterations;
      if (!advance(*next)) break;
    }
    return {at_.x, at_.f.value};
  }

 private:
  [[nodiscard]] double direction_of_model() const {
    const double newton = at_.x - at_.f.derivative / curvature_.value_or(1);
    return std::clamp(newton, interval_.lo, interval_.hi) - at_.x;
  }

  // Where a line search ends; nothing if it finds no lower place.
  std::optional<Place> search(double direction, bool is_first) const {
    const double slope = at_.f.derivative * direction;
    if (!(slope < 0)) return std::nullopt;
    const double longest = is_first ? 1 : longest_step(at_.x, direction, interval_);
    MoreThuente line({at_.f.value, slope}, 1, longest);
    for (int i = 0; i < kMostSearchSteps; ++i) {
      const double x = std::clamp(at_.x + line.step() * direction, interval_.lo, interval_.hi);
      const Slope there = f_(x);
      if (std::isnan(there.value) || std::isnan(there.derivative)) return std::nullopt;
      if (line.report({there.value, there.derivative * direction})) return Place{x, there};
      if (std::isnan(line.step())) return std::nullopt;
    }
    return std::nullopt;
  }

  // Goes there and learns the curvature; false if the decrease is too small to go on.
  bool advance(const Place& next) {
    const Place last = at_;
    at_ = next;
    const double scale = std::max({std::abs(last.f.value), std::abs(at_.f.value), 1.0});
    if (is_stationary(at_, interval_)) return false;
    if (last.f.value - at_.f.value <= kLeastDecrease * scale) return false;
    const double moved = at_.x - last.x;
    const double bent = at_.f.derivative - last.f.derivative;
    constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
    if (bent * moved > kEpsilon * -last.f.derivative * moved) curvature_ = bent / moved;
    return true;
  }

  const std::function<Slope(double)>& f_;
  Interval interval_;
  Place at_;
  std::optional<double> curvature_;  // by secant; nothing before the first, which counts as 1
};

}  // namespace

Minimum interval_minimum(const std::function<Slope(double)>& f, double start, Interval interval) {
  return Descent(f, start, interval).run();
}

}  // namespace sweep
