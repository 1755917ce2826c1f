#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/model/explanation.hpp"
#include "algorithms/space/point.hpp"
#include "algorithms/text/options.hpp"
#include "algorithms/wandb/imputation.hpp"
#include "algorithms/wandb/training.hpp"

namespace sweep {

/// A point that `next` proposes, and why, where its searcher can say.
struct Suggestion {
  Point point;
  std::optional<Explanation> explanation;
};

/// The explanation as `next` prints it. Predicted values are in the metric's units, unless as W&B:
/// then they stay negated when maximising. What W&B's engine does not say is left out then.
Map search_info(const Suggestion& suggestion, const SweepConfig& config, Behaviour behaviour);

/// The sweep file's rules, where no setting of the searcher `bayes` says otherwise.
ImputeRules impute_rules(const Metric& metric, const Settings& settings);

/// The runs as the reference engine's Bayesian search sees them. Throws SpecError for a run that
/// it fails at.
WandbRuns wandb_runs(const SweepConfig& config, const std::vector<Run>& runs);

/// A run of this point that has reported nothing yet.
Run run_at(const SearchSpace& space, const Point& point);

/// The next `n` points of a bayes sweep as the reference engine proposes them after
/// numpy.random.seed(seed); each is a pending run to those after it. Throws SpecError for a run
/// that the reference fails at.
std::vector<Suggestion> wandb_bayes_suggestions(const SweepConfig& config,
                                                const std::vector<Run>& runs,
                                                const ImputeRules& rules, std::uint32_t seed,
                                                std::uint64_t n);

}  // namespace sweep
