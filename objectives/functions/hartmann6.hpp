#pragma once

#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"
#include "objectives/functions/hartmann.hpp"

namespace sweep {

/// f(x) = -sum_k h_k exp(-sum_i A_ki (x_i - P_ki)^2), four bumps in [0, 1]^6; -3.32236801141551
/// inside. Source: Hartman 1973, "Some experiments in global optimization"; Dixon & Szego 1978 for
/// the tables.
class Hartmann6 {
 public:
  static constexpr FunctionInfo kInfo{.name = "hartmann6",
                                      .formula = "-sum_k h_k exp(-sum_i A_ki (x_i - P_ki)^2)",
                                      .source = "Hartman 1973; Dixon, Szego 1978",
                                      .min_dim = 6,
                                      .max_dim = 6,
                                      .default_dim = 6};

  static Box domain(std::size_t) { return cube(6, 0, 1); }

  static double value(PointView x) { return lowered(x, 0); }
  /// The value with all heights h_k less 0.1 `lack`.
  static double lowered(PointView x, double lack) { return hartmann(x, kScale, kCentre, lack); }

  static std::optional<Optimum> optimum(std::size_t) {
    return optimum_at<Hartmann6>(
        {Point{{0.20168951100670543, 0.15001069182345797, 0.47687397422189698, 0.27533243049405609,
                0.31165161660011326, 0.65730053406562028}}});
  }

 private:
  static constexpr double kScale[4][6] = {{10, 3, 17, 3.5, 1.7, 8},
                                          {0.05, 10, 17, 0.1, 8, 14},
                                          {3, 3.5, 1.7, 10, 17, 8},
                                          {17, 8, 0.05, 10, 0.1, 14}};
  static constexpr double kCentre[4][6] = {{0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
                                           {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
                                           {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
                                           {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}};
};

}  // namespace sweep
