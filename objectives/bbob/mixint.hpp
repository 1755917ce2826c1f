#pragma once

#include <optional>
#include <span>
#include <vector>

#include "objectives/bbob/instance.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// A problem of COCO's suite bbob-mixint (Tusar, Brockhoff, Hansen 2019,
/// doi:10.1145/3321707.3321868) in D = 5, 10 .. 40 dimensions: scale f(inner(x)), f a bbob
/// function.
///
/// Five groups of D/5 parameters: x0 .. integers 0 .. n-1 with n = 2, 4, 8 and 16, then reals in
/// [-5, 5]. An integer k means the inner coordinate grid(k) - offset with
///   h = 8/(n + 1),  grid(k) = a + (b - a) k/(n - 1),  a = -4 + h,  b = 4 - h
/// where k is rounded half up and clamped to 0 .. n-1, and the offset puts the optimum of f on the
/// grid: k* = floor((n - 1) (x_opt - a)/(b - a) + 0.5 + 1e-7), clamped, and offset = grid(k*) -
/// x_opt. Reals stay as they are. The scale depends on the function; the optimum is scale f_opt.
///
/// COCO goes on to 160 dimensions with other functions, those of bbob-largescale; they are left
/// out.
class BbobMixint {
 public:
  /// Asserts that 5 divides the dimension, and the ranges of BbobProblem.
  explicit BbobMixint(const BbobProblem& problem);

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  void losses(std::span<const double> rows, TrialId first, const Stream& noise,
              std::span<double> out) const;
  [[nodiscard]] std::optional<Optimum> optimum() const { return optimum_; }
  [[nodiscard]] bool defined_outside_domain() const { return true; }

 private:
  /// The values of an integer parameter.
  struct Grid {
    Grid(int values, double x_opt);
    [[nodiscard]] double inner(double x) const;

    double lo;        // a
    double hi;        // b
    double last;      // n - 1
    double best = 0;  // k*
    double offset = 0;
  };

  void to_inner(PointView x, std::span<double> inner) const;

  SearchSpace space_;
  BbobInstance base_;
  double scale_;
  std::vector<Grid> grids_;  // of the integers, which come first
  Optimum optimum_;
};

}  // namespace sweep
