#pragma once

#include <cmath>

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x, y) = -(y + 47) sin sqrt|y + x/2 + 47| - x sin sqrt|x - y - 47| on [-512, 512]^2;
/// -959.640662720851 at (512, 404.23...), on the edge. Outside the domain the values fall without
/// bound. Source: Whitley et al. 1996, doi:10.1016/0004-3702(95)00124-7.
struct Eggholder {
  static constexpr FunctionInfo kInfo{
      .name = "eggholder",
      .formula = "-(y + 47) sin sqrt|y + x/2 + 47| - x sin sqrt|x - y - 47|",
      .source = "Whitley et al. 1996",
      .min_dim = 2,
      .max_dim = 2,
      .default_dim = 2,
      .defined_outside_domain = false};

  static Box domain(std::size_t) { return cube(2, -512, 512); }

  static double value(PointView x) {
    const double y = x[1] + 47;
    return -y * std::sin(std::sqrt(std::abs(y + x[0] / 2))) -
           x[0] * std::sin(std::sqrt(std::abs(x[0] - y)));
  }

  static std::optional<Optimum> optimum(std::size_t) {
    return optimum_at<Eggholder>({Point{{512, 404.23180511375779}}});
  }
};

}  // namespace sweep
