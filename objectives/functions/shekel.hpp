#pragma once

#include <array>
#include <span>
#include <string_view>
#include <tuple>

#include "algorithms/text/options.hpp"
#include "objectives/function.hpp"
#include "objectives/functions/common.hpp"

namespace sweep {

/// f(x) = -sum_{k <= m} 1 / (|x - c_k|^2 + b_k), m = 5, 7 or 10 foxholes in [0, 10]^4; the deepest
/// is near (4, 4, 4, 4). Source: Shekel 1971, "Test functions for multimodal search techniques";
/// Dixon & Szego 1978.
template <int m>
class Shekel {
 public:
  static constexpr FunctionInfo kInfo{.name = "shekel",
                                      .formula = "-sum_{k <= m} 1 / (|x - c_k|^2 + b_k)",
                                      .source = "Shekel 1971; Dixon, Szego 1978",
                                      .min_dim = 4,
                                      .max_dim = 4,
                                      .default_dim = 4};

  static Box domain(std::size_t) { return cube(4, 0, 10); }

  static double value(PointView x) {
    double sum = 0;
    for (std::size_t k = 0; k < m; ++k) {
      double distance = kWidth[k];
      for (std::size_t i = 0; i < 4; ++i) distance += squared(x[i] - kFoxholes[k][i]);
      sum -= 1 / distance;
    }
    return sum;
  }

  static std::optional<Optimum> optimum(std::size_t) {
    static const Point deepest = m == 5   ? Point{{4.0000371528196759, 4.0001332765915603,
                                                   4.0000371528196759, 4.0001332765915603}}
                                 : m == 7 ? Point{{4.0005729161858232, 4.0006893661853047,
                                                   3.9994897088591506, 3.9996061588586316}}
                                          : Point{{4.0007465315920463, 4.000592934138532,
                                                   3.9996633980403224, 3.9995098005868077}};
    return optimum_at<Shekel>({deepest});
  }

 private:
  static constexpr double kFoxholes[10][4] = {
      {4, 4, 4, 4}, {1, 1, 1, 1}, {8, 8, 8, 8}, {6, 6, 6, 6}, {3, 7, 3, 7},
      {2, 9, 2, 9}, {5, 5, 3, 3}, {8, 1, 8, 1}, {6, 2, 6, 2}, {7, 3.6, 7, 3.6}};
  static constexpr std::array<double, 10> kWidth{0.1, 0.2, 0.2, 0.4, 0.4, 0.6, 0.3, 0.7, 0.5, 0.5};
};

/// How many foxholes a Shekel function may have.
enum class Foxholes { five, seven, ten };
inline constexpr std::array<std::string_view, 3> kFoxholeCounts{"5", "7", "10"};
constexpr std::span<const std::string_view> choice_names(Foxholes) { return kFoxholeCounts; }

/// The Shekel functions as one objective.
struct AnyShekel {
  static constexpr std::string_view kName = Shekel<10>::kInfo.name;
  static constexpr std::string_view kSummary = Shekel<10>::kInfo.formula;
  static constexpr std::string_view kSource = Shekel<10>::kInfo.source;

  struct Options {
    Foxholes m = Foxholes::ten;

    static constexpr auto fields() {
      return std::tuple{Field{"m", &Options::m, 0, 0, "number of foxholes"}};
    }
  };
  static Objective make(const Options& options) {
    switch (options.m) {
      case Foxholes::five:
        return Function<Shekel<5>>();
      case Foxholes::seven:
        return Function<Shekel<7>>();
      case Foxholes::ten:
        break;
    }
    return Function<Shekel<10>>();
  }
};

}  // namespace sweep
