#pragma once

#include <optional>

#include "objectives/curves/fidelity_function.hpp"
#include "objectives/curves/lure.hpp"

namespace sweep {

/// How many steps there are, and how little the first ones say.
struct FidelityOptions {
  int steps = 81;                          // K >= 1
  double bias = 1;                         // in [0, 10]; 1 is the source's
  std::optional<double> rank_correlation;  // in [0, 1]; the function's own if left out
};

/// A test function whose fidelity z = k/K rises with the step k of K:
///   loss(x, k) = f(x, w bias (1 - z)) + h(x) (K - k)/(K - 1)
/// with w = 1 and h = 0 unless rank_correlation asks for something else: Spearman's correlation of
/// the losses at step 1 and of the final ones, as Curve has it. If the function's own is too low, w
/// in [0, 1] takes bias away; if it is too high, the Lure h is put on. Losses of low fidelity may
/// lie below the optimum, which is that of z = 1.
///
/// A trial that is taken further pays the difference: after step k it has cost K lambda(z) seconds,
/// lambda as in FidelityFunction, so that a whole trial costs a second per step.
/// Source: Kandasamy, Dasarathy, Schneider, Poczos 2017, arXiv:1703.06240. Differs from the source
/// in: one fidelity for all coefficients where the source has up to four; z above 0; minimised;
/// Borehole and Currin both mix the two versions of Xiong, Qian and Wu by z.
class MultiFidelity {
 public:
  MultiFidelity(const FidelityFunction& function, const FidelityOptions& options);

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  [[nodiscard]] int max_step() const { return steps_; }
  [[nodiscard]] double cost_seconds(PointView x, int step) const;
  [[nodiscard]] std::optional<Optimum> optimum() const { return function_.optimum(); }
  [[nodiscard]] bool defined_outside_domain() const { return function_.defined_outside_domain; }

 private:
  void aim_at(double target);
  [[nodiscard]] double value(PointView x, int step, double bias) const;
  [[nodiscard]] double cost_until(int step) const;

  FidelityFunction function_;
  SearchSpace space_;
  int steps_;
  double bias_;  // w bias
  std::optional<Lure> lure_;
};

}  // namespace sweep
