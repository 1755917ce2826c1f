#pragma once

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"
#include "objectives/functions/hartmann.hpp"

namespace sweep {

/// f(x) = -sum_k h_k exp(-sum_i A_ki (x_i - P_ki)^2), four bumps in [0, 1]^3; -3.8627797873327...
/// inside. Source: Hartman 1973, "Some experiments in global optimization"; Dixon & Szego 1978 for
/// the tables.
class Hartmann3 {
 public:
  static constexpr FunctionInfo kInfo{.name = "hartmann3",
                                      .formula = "-sum_k h_k exp(-sum_i A_ki (x_i - P_ki)^2)",
                                      .source = "Hartman 1973; Dixon, Szego 1978",
                                      .min_dim = 3,
                                      .max_dim = 3,
                                      .default_dim = 3};

  static Box domain(std::size_t) { return cube(3, 0, 1); }

  static double value(PointView x) { return lowered(x, 0); }
  /// The value with all heights h_k less 0.1 `lack`.
  static double lowered(PointView x, double lack) { return hartmann(x, kScale, kCentre, lack); }

  static std::optional<Optimum> optimum(std::size_t) {
    return optimum_at<Hartmann3>(
        {Point{{0.11458887665506896, 0.55564889461693001, 0.85254698468667744}}});
  }

 private:
  static constexpr double kScale[4][3] = {{3, 10, 30}, {0.1, 10, 35}, {3, 10, 30}, {0.1, 10, 35}};
  static constexpr double kCentre[4][3] = {{0.3689, 0.1170, 0.2673},
                                           {0.4699, 0.4387, 0.7470},
                                           {0.1091, 0.8732, 0.5547},
                                           {0.0381, 0.5743, 0.8828}};
};

}  // namespace sweep
