#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "algorithms/model/explanation.hpp"
#include "algorithms/model/parzen/reference_density.hpp"
#include "algorithms/search/budget_losses.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/space/encoding.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// The model of BOHB: of the n trials that came to the furthest step that N_min + 2 have reached,
/// the best max(N_min, q n) make a density l and the worst max(N_min, n - that) a density g, each
/// of all parameters at once; of a few points drawn near those of l the one with the highest l/g is
/// next. A share of the points is random, as all are before there are N_min + 2 trials, so that the
/// search is no worse than random search by more than a constant. N_min is D + 1 for D parameters.
///
/// With learning curves the model moves on to a further step as soon as enough trials have come to
/// it. Failed trials are worse than any other. Of more than 512 good or bad ones an even sample, in
/// the order of losses, is the model: a suggestion costs O(512 x D) a candidate at most.
///
/// Source: Falkner, Klein, Hutter 2018, "BOHB: robust and efficient hyperparameter optimization at
/// scale", ICML, arXiv:1807.01774, algorithm 2 and equations 2 and 3, defaults of its section 4.
/// Differs from the source in: 4 candidates, not 64, as the ratio of densities of a dozen trials is
/// highest where nobody has been, and the best of many draws is always there; coordinates are
/// probabilities, so that a normal or a logarithmic parameter is as wide as a uniform one; and what
/// ReferenceDensity says.
class Kde {
 public:
  static constexpr std::string_view kName = "kde";
  static constexpr std::string_view kSummary =
      "the model of BOHB: two kernel densities of all parameters at once, a third of the points "
      "random";
  static constexpr std::string_view kSource =
      "Falkner, Klein, Hutter 2018, arXiv 1807.01774, algorithm 2";

  struct Options {
    double random_share = 1.0 / 3;
    double good_share = 0.15;
    std::uint64_t min_points = 0;
    std::uint64_t candidates = 4;
    double bandwidth_factor = 3;
    double min_bandwidth = 1e-3;

    static constexpr auto fields() {
      return std::tuple{
          Field{"random_share", &Options::random_share, 0, 1,
                "rho of the paper: the share of random points; higher explores more"},
          Field{"good_share", &Options::good_share, 0.01, 0.99,
                "q of the paper: the share of the trials called good"},
          Field{"min_points", &Options::min_points, 0, 1e6,
                "N_min of the paper: good trials, and bad ones, at least; 0: one more than there "
                "are parameters"},
          Field{"candidates", &Options::candidates, 1, 1e4,
                "N_s of the paper, there 64: draws near good trials of which the best is taken"},
          Field{"bandwidth_factor", &Options::bandwidth_factor, 0.01, 100,
                "draws are by kernels so much wider than those that score them"},
          Field{"min_bandwidth", &Options::min_bandwidth, 1e-9, 1,
                "no kernel narrower than this share of the range"}};
    }
  };

  Kde(const SearchTask& task, const Options& options);

  Point ask(TrialId id, Stream stream);
  void tell(const Trial& ended) { learn(ended); }
  void observe(const Trial& running) { learn(running); }
  /// expected_improvement is ln l/g.
  [[nodiscard]] const Explanation& explain() const { return explanation_; }

 private:
  void learn(const Trial& trial);
  [[nodiscard]] std::size_t least_points() const;
  [[nodiscard]] bool refit();
  [[nodiscard]] std::vector<double> chosen(std::span<const std::size_t> rows) const;
  [[nodiscard]] Point random_point(Stream& stream) const;
  [[nodiscard]] Point model_point(Stream& stream);

  SearchSpace space_;
  Encoding encoding_;
  Options options_;
  BudgetLosses losses_;
  std::vector<std::vector<double>> rows_;
  std::unordered_map<TrialId, std::size_t> row_of_;
  std::optional<ReferenceDensity> good_;
  std::optional<ReferenceDensity> bad_;
  bool is_fitted_ = false;  // to all that is known
  bool has_model_ = false;
  Explanation explanation_;
};

}  // namespace sweep
