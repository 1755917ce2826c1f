#pragma once

#include "objectives/curves/lure.hpp"
#include "objectives/curves/wave_field.hpp"
#include "objectives/wrappers/wrapper.hpp"

namespace sweep {

/// How a learning curve comes down: k^-a, exp(-l (k - 1)/(K - 1)), or the mean of both.
enum class CurveShape { power, exponential, mixed };

/// The shape of a learning curve and of what makes it hard to read.
struct CurveOptions {
  int steps = 81;  // K >= 1
  CurveShape shape = CurveShape::power;
  double crossing = 0.5;          // in [0, 1]: how much the rate differs from point to point
  double rank_correlation = 0.8;  // in [0, 1]: of the losses at step 1 and the final ones
  double jitter = 0;              // >= 0: noise of step 1, in units of the losses' scale
  double diverge = 0;             // in [0, 1]: share of the trials that end as NaN
  double cost_spread = 0;         // >= 0: deviation of the log of a step's cost
};

/// A learning curve that comes down to the loss f of an objective without one. After step k of K
///   loss(x, k) = f(x) + gap(x) r_k(x) + jitter scale z_k / sqrt(k)
///   gap = scale + h(x),  r_k = (p(k) - p(K)) / (p(1) - p(K)): 1 at first, exactly 0 at last
///   p(k) = k^-a, a = 4^(crossing v(x)), or exp(-l (k - 1)/(K - 1)), l = 5 4^(crossing v(x))
/// `scale` is that of SampledLosses. The smooth v in (-1, 1) gives each point a rate of its own, so
/// that curves cross. The Lure h >= 0 is set so that Spearman's correlation of the noise-free
/// losses at step 1 and of the final ones, over points drawn as random search draws them, is the
/// option rank_correlation: 1 makes the first step rank as the last does, 0 makes it worthless. z_k
/// is standard normal, drawn for each trial and step. Of the trials a share `diverge` turns to NaN
/// for good at a step drawn evenly from 1 .. K. A step costs exp(cost_spread g(x)) seconds, g
/// smooth with variance 1. The optimum is that of f: the approach is from above and ends at f
/// exactly. If f has noise of its own or fails, it does so once for the whole curve.
///
/// Source: the families pow3 and exp of Domhan, Springenberg, Hutter 2015 (IJCAI), "Speeding up
/// automatic hyperparameter optimization of deep neural networks by extrapolation of learning
/// curves". Differs from the source in: ends at step K instead of infinity; the rates and gaps of
/// points are ours.
class Curve : public Wrapper {
 public:
  Curve(Objective final_objective, const CurveOptions& options);

  [[nodiscard]] int max_step() const { return options_.steps; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  [[nodiscard]] bool is_noisy() const { return options_.jitter > 0 || inner().is_noisy(); }
  [[nodiscard]] double cost_seconds(PointView x, int step) const;

 private:
  Curve(Objective final_objective, const CurveOptions& options, const SampledLosses& sample);

  [[nodiscard]] double remaining(PointView x, int step) const;
  [[nodiscard]] bool has_diverged(int step, const Stream& noise) const;

  CurveOptions options_;
  double scale_;
  Lure lure_;
  WaveField rate_;
  WaveField cost_;
};

}  // namespace sweep
