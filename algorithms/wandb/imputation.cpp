#include "algorithms/wandb/imputation.hpp"

#include <algorithm>

namespace sweep {
namespace {

std::optional<double> worst_of_ended(std::span<const RunOutcome> outcomes) {
  std::optional<double> worst;
  for (const RunOutcome& outcome : outcomes) {
    const bool has_ended =
        outcome.progress == Progress::finished || outcome.progress == Progress::failed;
    if (has_ended && outcome.worst)
      worst = std::max(worst.value_or(*outcome.worst), *outcome.worst);
  }
  return worst;
}

}  // namespace

std::vector<std::optional<double>> imputed_targets(std::span<const RunOutcome> outcomes,
                                                   const ImputeRules& rules) {
  const std::optional<double> worst = worst_of_ended(outcomes);
  const auto imputed = [&worst](const RunOutcome& outcome, Impute rule) {
    const auto& found = rule == Impute::worst  ? worst
                        : rule == Impute::best ? outcome.best
                                               : outcome.latest;
    return found.value_or(0);
  };
  std::vector<std::optional<double>> targets;
  targets.reserve(outcomes.size());
  for (const RunOutcome& outcome : outcomes) {
    const bool is_failed = outcome.progress == Progress::failed;
    const std::optional<Impute> rule =
        outcome.progress == Progress::running ? rules.running : rules.failed;
    if (outcome.progress == Progress::waiting || !rule) {
      targets.emplace_back();
    } else {
      targets.emplace_back(outcome.best && !is_failed ? *outcome.best : imputed(outcome, *rule));
    }
  }
  return targets;
}

}  // namespace sweep
