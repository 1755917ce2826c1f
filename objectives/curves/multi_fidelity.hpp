#pragma once

#include <optional>
#include <tuple>

#include "algorithms/text/options.hpp"
#include "objectives/curves/fidelity_function.hpp"
#include "objectives/curves/lure.hpp"

namespace sweep {

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
  struct Options {
    int steps = 81;  // K
    double bias = 1;
    std::optional<double> rank_correlation;

    static constexpr auto fields() {
      return std::tuple{Field{"steps", &Options::steps, 1, 1e6, "length of the curve"},
                        Field{"bias", &Options::bias, 0, 10,
                              "how far low fidelities are off; 1 as in the source"},
                        Field{"rank-correlation", &Options::rank_correlation, 0, 1,
                              "Spearman's correlation of the losses at step 1 and the final ones; "
                              "the function's own if left out"}};
    }
  };

  MultiFidelity(const FidelityFunction& function, const Options& options);

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
