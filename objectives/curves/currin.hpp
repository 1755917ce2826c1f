#pragma once

#include <algorithm>
#include <cmath>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// -(1 - exp(-1/(2 y))) (2300 x^3 + 1900 x^2 + 2092 x + 60)/(100 x^3 + 500 x^2 + 4 x + 20) on
/// [0, 1]^2; -13.7987220447284 at x = 13/60, y = 0, where the derivative of the fraction is 0. The
/// low-accuracy version is the mean at (x +- 0.05, y + 0.05) and (x +- 0.05, max(0, y - 0.05)).
/// Source: Currin, Mitchell, Morris, Ylvisaker 1988; both versions: Xiong, Qian, Wu 2013,
/// doi:10.1080/00401706.2012.723572.
struct Currin {
  static Box domain() { return cube(2, 0, 1); }

  /// The accurate version plus `lack` times what the other one differs by.
  static double value(PointView x, double lack) {
    const double exact = surface(x[0], x[1]);
    return lack == 0 ? -exact : -(exact + lack * (blurred(x[0], x[1]) - exact));
  }

  static Optimum optimum() {
    Point best{{13.0 / 60, 0}};
    const double lowest = value(best.values, 0);
    return {lowest, {std::move(best)}};
  }

 private:
  static double surface(double x, double y) {
    const double fall = y > 0 ? -std::expm1(-1 / (2 * y)) : 1;
    return fall * (((2300 * x + 1900) * x + 2092) * x + 60) / (((100 * x + 500) * x + 4) * x + 20);
  }

  static double blurred(double x, double y) {
    constexpr double kStep = 0.05;
    const double below = std::max(0.0, y - kStep);
    return (surface(x + kStep, y + kStep) + surface(x + kStep, below) +
            surface(x - kStep, y + kStep) + surface(x - kStep, below)) /
           4;
  }
};

}  // namespace sweep
