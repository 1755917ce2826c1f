#pragma once

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/model/explanation.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/text/options.hpp"
#include "algorithms/wandb/imputation.hpp"
#include "algorithms/wandb/proposal.hpp"

namespace sweep {

/// How many parameters are no constants: the columns of the reference engine's rows.
std::size_t wandb_columns(const SearchSpace& space);
/// The point whose parameters that are no constants are at these coordinates.
Point wandb_point(const SearchSpace& space, std::span<const double> coordinates);

/// Bayesian search as the reference engine of W&B Sweeps does it, decision by decision, so that
/// its weaknesses can be measured (see wandb_proposal.hpp).
///
/// A trial asked for and not told yet is a pending run; one observed is a running run. Completed
/// and stopped trials are finished runs with their best loss, failed ones are failed runs.
/// Differs from the reference only in the random numbers, which are the trial's stream's, and where
/// that stops with an error: probabilities of categories count, a space of constants has its one
/// point, a loss that is not finite is none.
class WandbBayes {
 public:
  static constexpr std::string_view kName = "wandb-bayes";
  static constexpr std::string_view kSummary =
      "a Gaussian process, as W&B's own engine does it, quirks included";
  static constexpr std::string_view kSource = "wandb/sweeps, its behaviour re-implemented";

  struct Options {
    Impute impute = Impute::worst;
    std::optional<Impute> impute_while_running;

    static constexpr auto fields() {
      return std::tuple{
          Field{"impute", &Options::impute, 0, 0,
                "loss of a failed trial: the worst of all (W&B's default; a few of them turn the "
                "search into a random one), or its own latest or best"},
          Field{"impute_while_running", &Options::impute_while_running, 0, 0,
                "loss of a running trial: false leaves it to the model's own prediction (W&B's "
                "default); else its best so far, and this before it has reported"}};
    }
  };

  WandbBayes(const SearchTask& task, const Options& options);

  Point ask(TrialId id, const Stream& stream);
  void tell(const Trial& ended);
  void observe(const Trial& running);
  [[nodiscard]] const Explanation& explain() const { return explanation_; }

 private:
  void put(TrialId id, PointView point, const RunOutcome& outcome);
  [[nodiscard]] std::vector<double> row_of(PointView point) const;

  SearchSpace space_;
  ImputeRules rules_;
  WandbRuns runs_;
  std::map<TrialId, std::size_t> place_;  // of a trial among the runs
  Explanation explanation_;
};

}  // namespace sweep
