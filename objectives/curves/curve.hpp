#pragma once

#include <array>
#include <span>
#include <string_view>
#include <tuple>

#include "algorithms/text/options.hpp"
#include "objectives/curves/lure.hpp"
#include "objectives/curves/wave_field.hpp"
#include "objectives/nested.hpp"
#include "objectives/wrappers/wrapper.hpp"

namespace sweep {

/// How a learning curve comes down: k^-a, exp(-l (k - 1)/(K - 1)), or the mean of both.
enum class CurveShape { power, exponential, mixed };

inline constexpr std::array<std::string_view, 3> kCurveShapes{"power", "exponential", "mixed"};
constexpr std::span<const std::string_view> choice_names(CurveShape) { return kCurveShapes; }

/// A learning curve that comes down to the loss f of an objective without one, or of a formula over
/// the parameters of a sweep, so that its runs may be stopped early. After step k of K
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
  static constexpr std::string_view kName = "curve";
  static constexpr std::string_view kSummary =
      "a learning curve that comes down to the loss of another objective";
  static constexpr std::string_view kSource = "sweep-bench; Domhan, Springenberg, Hutter 2015";

  struct Options {
    NestedObjective of{"branin"};  // has no learning curve of its own
    int steps = 81;                // K
    CurveShape shape = CurveShape::power;
    double crossing = 0.5;
    double rank_correlation = 0.8;
    double jitter = 0;  // noise of step 1, in units of the losses' scale
    double diverge = 0;
    double cost_spread = 0;

    static constexpr auto fields() {
      return std::tuple{
          Field{"of", &Options::of, 0, 0, "what the curve comes down to"},
          Field{"steps", &Options::steps, 1, 1e6, "length of the curve"},
          Field{"shape", &Options::shape, 0, 0, "how the curve comes down"},
          Field{"crossing", &Options::crossing, 0, 1, "how much rates differ from point to point"},
          Field{"rank-correlation", &Options::rank_correlation, 0, 1,
                "Spearman's correlation of the losses at step 1 and the final ones"},
          Field{"jitter", &Options::jitter, 0, kAnyFinite,
                "noise that falls as 1/sqrt(step), relative to the spread of the losses"},
          Field{"diverge", &Options::diverge, 0, 1,
                "share of the trials that turn to NaN on the way"},
          Field{"cost-spread", &Options::cost_spread, 0, 3,
                "deviation of the log of a step's cost"}};
    }
  };

  /// Throws SpecError for an objective `of` that there is not, or that has a learning curve.
  explicit Curve(const Options& options);
  /// The curve of a formula `of` over this space.
  Curve(const Options& options, const SearchSpace& space);

  [[nodiscard]] int max_step() const { return options_.steps; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  [[nodiscard]] bool is_noisy() const { return options_.jitter > 0 || inner().is_noisy(); }
  [[nodiscard]] double cost_seconds(PointView x, int step) const;

 private:
  Curve(Objective final_objective, const Options& options);
  Curve(Objective final_objective, const Options& options, const SampledLosses& sample);

  [[nodiscard]] double remaining(PointView x, int step) const;
  [[nodiscard]] bool has_diverged(int step, const Stream& noise) const;

  Options options_;
  double scale_;
  Lure lure_;
  WaveField rate_;
  WaveField cost_;
};

}  // namespace sweep
