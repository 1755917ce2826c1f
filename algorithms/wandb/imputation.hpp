#pragma once

#include <optional>
#include <span>
#include <vector>

#include "algorithms/space/impute.hpp"

namespace sweep {

/// How far a trial has come.
enum class Progress { waiting, running, finished, failed };

/// The state of a trial, and what it has reported; lower is better.
struct RunOutcome {
  Progress progress = Progress::waiting;
  std::optional<double> best;  // of all valid reports; nothing if there is none
  std::optional<double> worst;
  std::optional<double> latest;
};

/// What stands for the losses of failed and of running trials.
struct ImputeRules {
  Impute failed = Impute::worst;
  std::optional<Impute> running;  // nothing: running trials have no target
};

/// The target that the reference engine of W&B Sweeps gives each trial; nothing for one whose
/// result is awaited. A finished trial counts with its best loss. Imputed are failed trials,
/// always, and finished or running ones without any loss; with 0 where the rule finds nothing.
/// The worst is that of the ended trials.
std::vector<std::optional<double>> imputed_targets(std::span<const RunOutcome> outcomes,
                                                   const ImputeRules& rules);

}  // namespace sweep
