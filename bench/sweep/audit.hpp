#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/text/named_options.hpp"
#include "algorithms/wandb/runs.hpp"
#include "bench/run/history_replay.hpp"

namespace sweep {

/// The runs that reported something, and what they are called.
struct History {
  std::vector<RecordedRun> runs;
  std::vector<std::string> names;
  int max_step = 1;
  std::int64_t steps = 0;  // of all of them
};

/// Runs whose history has nothing of the metric are left out.
History history_of(const std::vector<Run>& runs, const Metric& metric,
                   Iteration iteration = Iteration::report);

/// What to say of a scheduler that cannot stop any of these runs, or ignores some of its options.
std::vector<std::string> scheduler_warnings(const NamedOptions& scheduler, const History& history);

/// What a scheduler would have made of a history.
struct Audit {
  NamedOptions scheduler;
  std::vector<ReplayedRun> runs;

  [[nodiscard]] std::int64_t steps() const;
  [[nodiscard]] std::int64_t stopped() const;
};

/// Throws SpecError for an unknown scheduler or a bad option.
Audit audit_history(NamedOptions scheduler, const History& history, std::size_t workers);

/// Names the runs among the k best that the scheduler would have stopped.
std::vector<std::string> winners_stopped(const Audit& audit, const History& history, std::size_t k);

double percent_saved(const Audit& audit, const History& history);

/// The schedulers that a text asks for ("asha?eta=4,median"), then that of the sweep file; without
/// either, one of each kind at its defaults. Throws SpecError.
std::vector<NamedOptions> schedulers_to_audit(const std::vector<std::string>& asked_for,
                                              const std::optional<SweepConfig>& config);

}  // namespace sweep
