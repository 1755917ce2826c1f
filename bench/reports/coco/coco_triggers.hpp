#pragma once

#include <cstdint>
#include <limits>

namespace sweep {

/// Which improvements a COCO log shows: those that reach another target, 20 per factor of ten down
/// to 1e-8, and one more at 0; above 1e5 also multiples of 1e5. The first value always does.
///
/// A value v > 0 reaches target number ceil(20 log10(max(v, 1e-8))), 0 that of 1e-9; lower numbers
/// are better. Without a known optimum v may be negative, and targets go on below 0 in mirror
/// image.
///
/// Source: COCO, numbbo/coco-experiment e6356d2 (Hansen et al. 2021,
/// doi:10.1080/10556788.2020.1808977).
class CocoTargets {
 public:
  /// Whether this value, less the optimum, reaches a target that none before has reached.
  bool reach(double v);

 private:
  double best_target_ = std::numeric_limits<double>::infinity();
  double best_multiple_ = std::numeric_limits<double>::infinity();
};

/// The evaluations at which a COCO log shows a line whatever their values: floor(10^(k/20)), k >=
/// 0, and dimension x 10^j x {1, 2, 5}, j >= 0. Source: as CocoTargets.
class CocoEvaluations {
 public:
  explicit CocoEvaluations(std::uint64_t dimension) : decade_(dimension) {}

  /// The next of them: 1, 2, 3 ... Ascending, each once.
  std::uint64_t next();

 private:
  [[nodiscard]] std::uint64_t by_power() const;
  [[nodiscard]] std::uint64_t by_dimension() const;

  int power_ = 0;  // k
  std::uint64_t decade_;
  int place_ = 0;  // in {1, 2, 5}
  std::uint64_t last_ = 0;
};

}  // namespace sweep
