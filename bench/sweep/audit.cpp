#include "bench/sweep/audit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "algorithms/config/early_stopping.hpp"
#include "algorithms/schedule/catalog.hpp"
#include "algorithms/schedule/reach.hpp"
#include "algorithms/wandb/trial.hpp"
#include "bench/sweep/run_warnings.hpp"

namespace sweep {

History history_of(const std::vector<Run>& runs, const Metric& metric, Iteration iteration) {
  History history;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    Trial trial = trial_of(runs[i], i, {}, metric, Behaviour::corrected, iteration);
    if (trial.curve.empty()) continue;
    const bool is_complete = trial.state == TrialState::completed;
    history.runs.push_back(
        {std::move(trial.curve), is_complete ? TrialState::completed : TrialState::failed});
    history.names.push_back(label_of(runs, i));
    history.steps += history.runs.back().steps();
  }
  history.max_step = longest(history.runs);
  return history;
}

std::vector<std::string> scheduler_warnings(const NamedOptions& scheduler, const History& history) {
  std::vector<std::string> warnings;
  const std::string unused = unused_options(scheduler);
  if (!unused.empty()) warnings.push_back(fmt::format("{}: {}", scheduler.name, unused));
  const std::string unreachable = out_of_reach(scheduler, history.max_step);
  if (unreachable.empty()) return warnings;
  warnings.push_back(fmt::format("{} cannot stop anything: {}, and the longest run has {} step{}",
                                 scheduler.name, unreachable, history.max_step,
                                 history.max_step == 1 ? "" : "s"));
  return warnings;
}

std::int64_t Audit::steps() const {
  std::int64_t steps = 0;
  for (const ReplayedRun& run : runs) steps += run.steps;
  return steps;
}

std::int64_t Audit::stopped() const {
  return std::count_if(runs.begin(), runs.end(),
                       [](const ReplayedRun& run) { return run.stopped; });
}

Audit audit_history(NamedOptions scheduler, const History& history, std::size_t workers) {
  Scheduler made = make_scheduler(scheduler.name, {history.max_step, true}, scheduler.options);
  return {std::move(scheduler), replay_history(std::move(made), history.runs, workers)};
}

std::vector<std::string> winners_stopped(const Audit& audit, const History& history,
                                         std::size_t k) {
  std::vector<std::string> names;
  for (const std::size_t run : best_runs(history.runs, k)) {
    if (audit.runs[run].stopped) names.push_back(history.names[run]);
  }
  return names;
}

double percent_saved(const Audit& audit, const History& history) {
  const auto saved = static_cast<double>(history.steps - audit.steps());
  return 100 * saved / static_cast<double>(history.steps);
}

std::vector<NamedOptions> schedulers_to_audit(const std::vector<std::string>& asked_for,
                                              const std::optional<SweepConfig>& config) {
  std::vector<NamedOptions> schedulers;
  schedulers.reserve(asked_for.size() + 1);
  for (const std::string& text : asked_for) {
    schedulers.push_back(parse_named_options(text, "scheduler"));
  }
  const auto in_file = config ? early_stopping(*config) : std::nullopt;
  if (in_file) schedulers.push_back(*in_file);
  if (!schedulers.empty()) return schedulers;
  for (const SchedulerRow& row : scheduler_catalog()) {
    schedulers.push_back({std::string(row.name), {}});
  }
  return schedulers;
}

}  // namespace sweep
