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
#include "algorithms/search/budget_losses.hpp"
#include "algorithms/search/prior/parameter_defaults.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/space/encoding.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// The sampling of PriorBand: each point is random, from a prior, or near the best so far. A trial
/// that begins at rung r (0 for the lowest, a step eta^r) is random with probability
///   p_U = 1/(1 + eta^r),
/// so that what is believed is tried where it costs little, and trusted where trials are long. The
/// rest is shared by how probable each of the three makes the best 1/eta of the trials at the
/// furthest step that 2 eta of them have reached, the better the more:
///   S = sum over i = 1 .. k of (k + 1 - i) density(x_i),  p = (1 - p_U) S/(S_random + S_prior +
///   S_best),
/// S_best being 0 until a trial is complete. Before that many trials are known the prior has half
/// of all points at most.
///
/// The prior of a parameter with a default is a normal about it, of `deviation` in the unit cube,
/// confined to it; of a category, the default with half of the probability. A parameter without a
/// default has its own distribution: that is all that a sweep file says. Without any default the
/// prior is random search. Near the best: each parameter changes with probability `mutation`, one
/// at least, by such a normal about its value, or to another category.
///
/// Source: Mallik et al. 2023, "PriorBand: practical hyperparameter optimization in the age of deep
/// learning", NeurIPS, arXiv 2306.12370, algorithm 1 and section 5. Differs from the source in: the
/// rest is shared with random points, too, from as soon as there are trials to judge by, and half
/// of all points at most are believed before that, as a wrong prior costs too much otherwise; the
/// best trial takes part from the first complete trial on, whatever the steps spent by then; and in
/// the prior of categories, for which it has no formula.
class Prior {
 public:
  static constexpr std::string_view kName = "prior";
  static constexpr std::string_view kSummary =
      "the sampling of PriorBand: random points, points near defaults, and near the best so far";
  static constexpr std::string_view kSource = "Mallik et al. 2023, NeurIPS, arXiv 2306.12370";

  struct Options {
    ParameterDefaults defaults = {};
    double eta = 3;
    double deviation = 0.25;
    double mutation = 0.5;

    static constexpr auto fields() {
      return std::tuple{
          Field{"defaults", &Options::defaults, 0, 0,
                "values that are believed to be good; a parameter without one is drawn from its "
                "own distribution"},
          Field{"eta", &Options::eta, 1.001, 1000,
                "that of the scheduler; a trial that begins at step eta^r is random with "
                "probability 1/(1 + eta^r)"},
          Field{"deviation", &Options::deviation, 1e-3, 1,
                "of the normal about a default, or the best value so far, in the unit cube"},
          Field{"mutation", &Options::mutation, 0, 1,
                "probability that a parameter of the best trial changes"}};
    }
  };

  /// Throws SpecError for a default that the space has no place for.
  Prior(const SearchTask& task, const Options& options);

  void aim(int step) { first_step_ = step; }
  Point ask(TrialId id, Stream stream);
  void tell(const Trial& ended) { learn(ended); }
  void observe(const Trial& running) { learn(running); }
  [[nodiscard]] const Explanation& explain() const { return explanation_; }

 private:
  void learn(const Trial& trial);
  [[nodiscard]] double random_share() const;
  /// What is not random by its rung goes to these, and what they leave is random after all.
  struct Shares {
    double prior = 0;
    double best = 0;
  };
  [[nodiscard]] Shares shares(double random);
  [[nodiscard]] std::optional<Shares> judged() const;
  [[nodiscard]] Point random_point(Stream& stream) const;
  [[nodiscard]] Point prior_point(Stream& stream) const;
  [[nodiscard]] Point near_best(Stream& stream) const;
  [[nodiscard]] double drawn_about(std::size_t k, double centre, Stream& stream) const;
  [[nodiscard]] double own_density(std::size_t k, double at) const;
  [[nodiscard]] double density(std::size_t k, double centre, double at) const;
  [[nodiscard]] double prior_density(std::span<const double> row) const;
  [[nodiscard]] double best_density(std::span<const double> row) const;
  [[nodiscard]] double random_density(std::span<const double> row) const;

  SearchSpace space_;
  Encoding encoding_;
  Options options_;
  std::vector<std::optional<double>> centres_;  // of each column: its default's coordinate
  BudgetLosses losses_;
  std::vector<std::vector<double>> rows_;
  std::unordered_map<TrialId, std::size_t> row_of_;
  std::vector<double> best_;  // the best complete trial's row; empty before there is one
  double best_loss_ = 0;
  std::optional<Shares> judged_;  // by the trials so far; nothing: too few of them
  bool is_judged_ = false;        // by all that is known
  int first_step_ = 1;            // that the next trial runs to
  Explanation explanation_;
};

}  // namespace sweep
