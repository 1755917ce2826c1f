#pragma once

#include <cmath>
#include <numbers>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// Flow through a borehole in m^3 a year, negated, of x = (rw, r, Tu, Hu, Tl, Hl, L, Kw):
///   -c Tu (Hu - Hl) / (ln(r/rw) (d + 2 L Tu/(ln(r/rw) rw^2 Kw) + Tu/Tl)),  c = 2 pi, d = 1
/// The flow rises in rw, Tu, Hu, Tl and Kw and falls in the others, so the optimum is a corner,
/// -309.575587660408 (divide by Tu to see it for Tu). The low-accuracy version has c = 5, d = 1.5.
/// Source: Worley 1987; both versions: Xiong, Qian, Wu 2013, doi:10.1080/00401706.2012.723572.
struct Borehole {
  static Box domain() {
    return {{0.05, 0.15}, {100, 50000}, {63070, 115600}, {990, 1110},
            {63.1, 116},  {700, 820},   {1120, 1680},    {9855, 12045}};
  }

  /// The accurate version plus `lack` times what the other one differs by.
  static double value(PointView x, double lack) {
    const double exact = flow(x, 2 * std::numbers::pi, 1);
    return lack == 0 ? -exact : -(exact + lack * (flow(x, 5, 1.5) - exact));
  }

  static Optimum optimum() {
    Point best{{0.15, 100, 115600, 1110, 116, 700, 1120, 12045}};
    const double lowest = value(best.values, 0);
    return {lowest, {std::move(best)}};
  }

 private:
  static double flow(PointView x, double c, double d) {
    const double log_ratio = std::log(x[1] / x[0]);
    const double along = 2 * x[6] * x[2] / (log_ratio * squared(x[0]) * x[7]);
    return c * x[2] * (x[3] - x[5]) / (log_ratio * (d + along + x[2] / x[4]));
  }
};

}  // namespace sweep
