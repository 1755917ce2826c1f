#pragma once

#include <memory>
#include <span>
#include <vector>

#include "algorithms/space/point.hpp"

namespace sweep {

/// Which problem of COCO's suite bbob.
struct BbobProblem {
  int function = 1;   // 1 .. 24
  int dimension = 2;  // 2 .. 40
  int instance = 1;   // 1 or more
};

/// Differences of the suites built on bbob from it; the defaults are bbob itself.
struct BbobVariant {
  /// Optima in all of [-5, 5] rather than [-4, 4], and the first peak of f21 and f22 is not drawn
  /// to the middle (bbob-boxed). f9, f19, f20 and f24 keep theirs.
  bool spreads_optima = false;
  /// False leaves out what a function itself adds outside of [-5, 5].
  bool has_penalty = true;
  /// False leaves out f_opt, so that the value near the optimum has all its digits.
  bool adds_f_opt = true;
  double ellipsoid_condition = 1e6;  // of f10
  double griewank_factor = 10;       // of f19
};

namespace detail {
class BbobFormula;
}

/// One function with its optimum and its rotations: immutable, and shared by its copies.
class BbobInstance {
 public:
  /// Asserts the ranges of BbobProblem.
  explicit BbobInstance(const BbobProblem& problem, const BbobVariant& variant = {});

  /// +infinity if a coordinate is infinite, else NaN if one is NaN.
  [[nodiscard]] double value(PointView x) const;
  /// Writes the values, bit for bit those of value(), of out.size() points, stored in `rows` one
  /// after the other.
  void values(std::span<const double> rows, std::span<double> out) const;

  [[nodiscard]] int dimension() const { return dimension_; }
  /// What an instance adds to its function, a number with two decimals, whether or not the variant
  /// does.
  [[nodiscard]] double f_opt() const { return f_opt_; }
  /// The lowest value as COCO reports it: f_opt, for f20 plus 1e-15 or so; 0 in place of f_opt if
  /// the variant does not add it.
  [[nodiscard]] double best_value() const { return best_value_; }
  /// The best point as COCO reports it.
  [[nodiscard]] const std::vector<double>& x_opt() const { return x_opt_; }

 private:
  int dimension_;
  double f_opt_;
  double best_value_;
  std::vector<double> x_opt_;
  std::shared_ptr<const detail::BbobFormula> formula_;
};

}  // namespace sweep
