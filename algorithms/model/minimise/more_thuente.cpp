#include "algorithms/model/minimise/more_thuente.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

// How far a step may go beyond the last one while nothing is bracketed: as a part of the way.
constexpr double kLeastExtrapolation = 1.1;
constexpr double kMostExtrapolation = 4.0;
// A trial may take at most this part of the way to the far end of a bracket...
constexpr double kMostOfBracket = 0.66;
// ...and the bracket must shrink to this part in two steps, else it is halved.
constexpr double kShrinkage = 0.66;

// The quantities of a cubic through two values and derivatives (section 4 of the paper).
struct Cubic {
  Cubic(double from, Slope at_from, double to, Slope at_to) {
    middle =
        3 * (at_from.value - at_to.value) / (to - from) + at_from.derivative + at_to.derivative;
    const double scale =
        std::max({std::abs(middle), std::abs(at_from.derivative), std::abs(at_to.derivative)});
    const double ratio = middle / scale;
    const double square = ratio * ratio - (at_from.derivative / scale) * (at_to.derivative / scale);
    root = scale * std::sqrt(std::max(0.0, square));
  }
  double middle;
  double root;
};

}  // namespace

MoreThuente::MoreThuente(Slope at_zero, double first_step, double longest)
    : start_(at_zero),
      longest_(longest),
      step_(first_step),
      best_{0, at_zero},
      other_{0, at_zero},
      lowest_(0),
      highest_(first_step + kMostExtrapolation * first_step),
      width_(longest),
      width_before_(2 * longest) {}

bool MoreThuente::report(Slope at_step) {
  const double line = start_.value + step_ * kArmijo * start_.derivative;
  if (at_step.value <= line && at_step.derivative >= 0) seeks_descent_ = false;
  if (has_ended(at_step)) return true;
  move(at_step);
  return false;
}

bool MoreThuente::has_ended(Slope at_step) const {
  const double armijo_slope = kArmijo * start_.derivative;
  const bool descends = at_step.value <= start_.value + step_ * armijo_slope;
  if (is_bracketed_ && (step_ <= lowest_ || step_ >= highest_)) return true;
  if (is_bracketed_ && highest_ - lowest_ <= kWidth * highest_) return true;
  if (step_ == longest_ && descends && at_step.derivative <= armijo_slope) return true;
  if (step_ == 0 && (!descends || at_step.derivative >= armijo_slope)) return true;
  return descends && std::abs(at_step.derivative) <= kCurvature * -start_.derivative;
}

void MoreThuente::move(Slope at_step) {
  const double armijo_slope = kArmijo * start_.derivative;
  const bool is_above = at_step.value > start_.value + step_ * armijo_slope;
  if (!seeks_descent_ || !(at_step.value <= best_.f.value) || !is_above) {
    move_bracket(at_step);
  } else {
    const auto tilt = [armijo_slope](double step, Slope f, double sign) {
      return Slope{f.value - sign * step * armijo_slope, f.derivative - sign * armijo_slope};
    };
    best_.f = tilt(best_.step, best_.f, 1);
    other_.f = tilt(other_.step, other_.f, 1);
    move_bracket(tilt(step_, at_step, 1));
    best_.f = tilt(best_.step, best_.f, -1);
    other_.f = tilt(other_.step, other_.f, -1);
  }
  update_limits();
}

void MoreThuente::move_bracket(Slope at_step) {
  const End here{step_, at_step};
  step_ = trial_step(here);
  const bool turns = here.f.derivative * best_.f.derivative < 0;
  if (here.f.value > best_.f.value) {
    other_ = here;
    return;
  }
  if (turns) other_ = best_;
  best_ = here;
}

// The safeguarded step of section 4: its four cases.
double MoreThuente::trial_step(const End& here) {
  const double turn = here.f.derivative * best_.f.derivative;
  if (here.f.value > best_.f.value) {  // 1: higher, so the minimum is bracketed
    is_bracketed_ = true;
    return trial_before(here);
  }
  if (turn < 0) {  // 2: the derivative has changed its sign, so the minimum is bracketed
    is_bracketed_ = true;
    return trial_between(here);
  }
  const bool flattens = std::abs(here.f.derivative) < std::abs(best_.f.derivative);
  return flattens ? trial_ahead(here) : trial_beyond(here);  // 3 and 4
}

double MoreThuente::trial_before(const End& here) const {
  const Cubic cubic(best_.step, best_.f, here.step, here.f);
  const double way = here.step - best_.step;
  const double slope = best_.f.derivative;
  const double root = way < 0 ? -cubic.root : cubic.root;
  const double part = (root - slope + cubic.middle) / (root - slope + root + here.f.derivative);
  const double by_cubic = best_.step + part * way;
  const double drop = (best_.f.value - here.f.value) / way + slope;
  const double by_quadratic = best_.step + slope / drop / 2 * way;
  if (std::abs(by_cubic - best_.step) < std::abs(by_quadratic - best_.step)) return by_cubic;
  return by_cubic + (by_quadratic - by_cubic) / 2;
}

double MoreThuente::trial_between(const End& here) const {
  const Cubic cubic(best_.step, best_.f, here.step, here.f);
  const double way = best_.step - here.step;
  const double slope = here.f.derivative;
  const double root = way < 0 ? -cubic.root : cubic.root;
  const double part = (root - slope + cubic.middle) / (root - slope + root + best_.f.derivative);
  const double by_cubic = here.step + part * way;
  const double by_secant = here.step + slope / (slope - best_.f.derivative) * way;
  const bool cubic_is_farther = std::abs(by_cubic - here.step) > std::abs(by_secant - here.step);
  return cubic_is_farther ? by_cubic : by_secant;
}

double MoreThuente::trial_ahead(const End& here) const {
  const Cubic cubic(best_.step, best_.f, here.step, here.f);
  const double way = best_.step - here.step;
  const double slope = here.f.derivative;
  const double root = way < 0 ? -cubic.root : cubic.root;
  const double part = (root - slope + cubic.middle) / (root + (best_.f.derivative - slope) + root);
  double by_cubic = way < 0 ? highest_ : lowest_;
  if (part < 0 && root != 0) by_cubic = here.step + part * way;
  const double by_secant = here.step + slope / (slope - best_.f.derivative) * way;
  const bool cubic_is_nearer = std::abs(by_cubic - here.step) < std::abs(by_secant - here.step);
  if (!is_bracketed_) {
    const double farther = cubic_is_nearer ? by_secant : by_cubic;
    return std::max(lowest_, std::min(highest_, farther));
  }
  const double nearer = cubic_is_nearer ? by_cubic : by_secant;
  const double limit = here.step + kMostOfBracket * (other_.step - here.step);
  return way < 0 ? std::min(limit, nearer) : std::max(limit, nearer);
}

double MoreThuente::trial_beyond(const End& here) const {
  if (!is_bracketed_) return here.step > best_.step ? highest_ : lowest_;
  const Cubic cubic(here.step, here.f, other_.step, other_.f);
  const double root = here.step > other_.step ? -cubic.root : cubic.root;
  const double part = (root - here.f.derivative + cubic.middle) /
                      (root - here.f.derivative + root + other_.f.derivative);
  return here.step + part * (other_.step - here.step);
}

void MoreThuente::update_limits() {
  if (is_bracketed_) {
    const double width = std::abs(other_.step - best_.step);
    if (width >= kShrinkage * width_before_) step_ = best_.step + (other_.step - best_.step) / 2;
    width_before_ = width_;
    width_ = width;
    lowest_ = std::min(best_.step, other_.step);
    highest_ = std::max(best_.step, other_.step);
  } else {
    lowest_ = step_ + kLeastExtrapolation * (step_ - best_.step);
    highest_ = step_ + kMostExtrapolation * (step_ - best_.step);
  }
  step_ = std::min(std::max(step_, 0.0), longest_);
  const bool is_tight = is_bracketed_ && (step_ <= lowest_ || step_ >= highest_ ||
                                          highest_ - lowest_ <= kWidth * highest_);
  if (is_tight) step_ = best_.step;
}

}  // namespace sweep
