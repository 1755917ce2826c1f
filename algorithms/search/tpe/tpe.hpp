#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "algorithms/model/explanation.hpp"
#include "algorithms/model/parzen/parzen_categories.hpp"
#include "algorithms/model/parzen/parzen_line.hpp"
#include "algorithms/model/parzen/parzen_product.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/search/tpe/parzen_axis.hpp"
#include "algorithms/search/tpe/tpe_trials.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// The tree-structured Parzen estimator: two densities of points, l of the good trials and g of the
/// others; of a few points drawn from l the one with the highest l/g is next, which is the one of
/// the highest expected improvement on the worst of the good.
///
/// The first points are random. The best min(ceil(n/10), 25) of n trials are good. Failed ones are
/// worse than any loss and never good, whatever n is; infinite losses are ordered as numbers. Each
/// parameter has densities and candidates of its own, unless `multivariate`. A point may come up
/// again, and the search never ends. Learning curves of unequal length: UnequalCurves.
///
/// A suggestion takes O(1) in the number of trials beyond 2,048, but for O(log n): from there on g
/// knows the newest 1,024 or more, and an even sample of the older ones in their place
/// (ThinnedTrials), with the weights of all. Up to there nothing is left out.
///
/// Source: Bergstra, Bardenet, Bengio, Kegl 2011, "Algorithms for hyper-parameter optimization",
/// NIPS 24, section 4. Widths, weights and defaults are those of Optuna 3.1.0's TPESampler; later
/// versions are multivariate by default. Failed trials above the quantile y* are those of infinite
/// loss in Bergstra et al.'s equation 2. Differs from Optuna in these, which it passes over unless
/// `failed` is `ignored`; in parameters that it does not have (see ParzenAxis, ParzenCategories);
/// in the random first points, which follow the parameters' own distributions; in what is made of
/// equal values when widths are chosen, where it depends on an unstable sort; and beyond 2,048
/// trials.
class Tpe {
 public:
  static constexpr std::string_view kName = "tpe";
  static constexpr std::string_view kSummary =
      "points where good trials are dense and bad ones are not (Parzen estimators)";
  static constexpr std::string_view kSource =
      "Bergstra, Bardenet, Bengio, Kegl 2011, NIPS 24; details of Optuna 3.1.0";

  struct Options {
    bool multivariate = false;
    std::uint64_t startup_trials = 10;
    std::uint64_t candidates = 24;
    double prior_weight = 1;
    bool magic_clip = true;
    bool endpoints = false;
    bool normalised = false;
    bool constant_liar = false;
    UnequalCurves unequal_curves = UnequalCurves::highest_step;
    FailedTrials failed = FailedTrials::bad;

    static constexpr auto fields() {
      return std::tuple{
          Field{"multivariate", &Options::multivariate, 0, 1,
                "one density of all parameters rather than one for each"},
          Field{"startup_trials", &Options::startup_trials, 1, 1e6,
                "random points until this many trials have ended, or have a loss if failed ones "
                "are ignored"},
          Field{"candidates", &Options::candidates, 1, 1e4,
                "draws from the good trials' density of which the best is taken"},
          Field{"prior_weight", &Options::prior_weight, 1e-6, 1e6,
                "of the kernel that covers the whole space; a new trial has 1"},
          Field{"magic_clip", &Options::magic_clip, 0, 1,
                "no kernel narrower than range/min(100, kernels + 1)"},
          Field{"endpoints", &Options::endpoints, 0, 1,
                "the outermost kernels reach to the ends of the range"},
          Field{"normalised", &Options::normalised, 0, 1,
                "divide each kernel of a continuous parameter by its width; Optuna 3.1.0 does not"},
          Field{"constant_liar", &Options::constant_liar, 0, 1,
                "trials under way count as bad, which keeps parallel ones apart"},
          Field{"unequal_curves", &Options::unequal_curves, 0, 0,
                "compare losses at the furthest step that D + 3 trials have reached, for D "
                "parameters; or completed trials first, then the others by how far they came"},
          Field{"failed", &Options::failed, 0, 0,
                "trials that fail count as bad, so that the search leaves where they do; or not at "
                "all, as in Optuna, which stays there"}};
    }
  };

  Tpe(const SearchTask& task, const Options& options);

  Point ask(TrialId id, Stream stream);
  void tell(const Trial& ended) { learn(ended); }
  void observe(const Trial& running) { learn(running); }
  /// expected_improvement is ln l/g, summed over the parameters where each has its own densities.
  [[nodiscard]] const Explanation& explain() const { return explanation_; }

 private:
  using Estimator = std::variant<ParzenLine, ParzenCategories>;
  struct Pair {
    Estimator good;
    Estimator bad;
  };

  void learn(const Trial& trial);
  [[nodiscard]] std::vector<double> row_of(PointView point) const;
  void random_point(Stream& stream, Point& point) const;
  double model_point(Stream& stream, Point& point);
  void set_weights(const TpeTrials::Split& split);
  [[nodiscard]] std::vector<ParzenKernel> good_kernels(const TpeTrials::Split& split,
                                                       std::size_t k) const;
  [[nodiscard]] std::vector<ParzenKernel> bad_kernels(std::size_t k) const;
  double best_place(const TpeTrials::Split& split, std::size_t k, Stream& stream, double& place);
  double best_row(const TpeTrials::Split& split, Stream& stream, std::span<double> row);
  void fit_product(ParzenProduct& product, const std::vector<TpeTrials::Index>& trials,
                   const std::vector<double>& weights) const;

  SearchSpace space_;
  Options options_;
  std::vector<ParzenAxis> axes_;
  std::vector<Pair> pairs_;                                          // one for each axis
  std::optional<std::pair<ParzenProduct, ParzenProduct>> products_;  // good, bad
  TpeTrials trials_;
  std::vector<double> bad_weights_;    // of each trial; 0 if it is not bad
  std::vector<TpeTrials::Index> bad_;  // which have one
  Explanation explanation_;
};

}  // namespace sweep
