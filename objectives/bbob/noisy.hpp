#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "objectives/bbob/instance.hpp"
#include "objectives/bbob/noise_model.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// A problem of COCO's suite bbob-noisy, functions 101 .. 130 (Hansen, Finck, Ros, Auger 2009,
/// INRIA RR-6869): with g >= 0 the distance of a bbob function from its lowest value,
///   loss = noise(g) + 1.01e-8 + f_opt + 100 sum_i max(0, |x_i| - 5)^2
/// Three functions each, under Gaussian, uniform and Cauchy noise in this order: sphere, Rosenbrock
/// (moderate noise, 101 .. 106), then severe noise on sphere, Rosenbrock, step ellipsoid, ellipsoid
/// of condition 1e4, different powers, Schaffers F7, Griewank-Rosenbrock of factor 1, and
/// Gallagher's 101 peaks. Functions, optimum and f_opt are those of bbob's instance; a penalty of
/// their own is left out.
///
/// exact_loss() is g + f_opt + the penalty, which is what COCO logs; its optimum is f_opt at x_opt.
/// No loss lies below it; under Cauchy noise nearly all lie 10 (moderate) or 1000 (severe) above.
///
/// Differs from the source in: the noise of a trial is drawn from the trial's own stream, where
/// COCO counts two global seeds up from 30; so a loss depends on nothing but its trial, and single
/// losses are not COCO's.
class BbobNoisy {
 public:
  /// Asserts that the function is in 101 .. 130, and the rest of BbobProblem.
  explicit BbobNoisy(const BbobProblem& problem);

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  void losses(std::span<const double> rows, TrialId first, const Stream& noise,
              std::span<double> out) const;
  [[nodiscard]] double exact_loss(PointView x) const;
  [[nodiscard]] bool is_noisy() const { return true; }
  [[nodiscard]] std::optional<Optimum> optimum() const;
  [[nodiscard]] bool defined_outside_domain() const { return true; }

 private:
  [[nodiscard]] double noisy(double g, PointView x, const Stream& noise) const;

  SearchSpace space_;
  BbobInstance base_;
  NoiseModel model_;
};

/// "Sphere, moderate Gaussian noise" for 101, and so on to 130.
std::string_view bbob_noisy_function_name(int function);

}  // namespace sweep
