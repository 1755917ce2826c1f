#include "bench/sweep/early_stop.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/text/error.hpp"
#include "algorithms/tuner/given_trials.hpp"
#include "algorithms/tuner/tuner.hpp"
#include "algorithms/wandb/runs.hpp"
#include "algorithms/wandb/trial.hpp"

namespace sweep {
namespace {

void refuse_if_pausing(const NamedOptions& named, const Scheduler& scheduler) {
  if (!scheduler.pauses()) return;
  throw SpecError(fmt::format(
      "{} pauses runs and takes them up again, which no list of runs can say; audit replays it",
      named.name));
}

}  // namespace

std::string label_of(const std::vector<Run>& runs, std::size_t run) {
  return runs[run].name.empty() ? fmt::format("run {}", run + 1) : runs[run].name;
}

std::string what_is_reported_instead(const std::vector<Run>& runs, const Metric& metric) {
  std::set<std::string> names;
  for (const Run& run : runs) {
    for (const Map& row : run.history) {
      for (const auto& [key, value] : row) {
        if (const auto* name = key.as<std::string>()) names.insert(*name);
      }
    }
  }
  const auto reports_it = [&](const Run& run) {
    return !loss_curve(run, metric, Behaviour::corrected).empty();
  };
  if (std::any_of(runs.begin(), runs.end(), reports_it)) return "";
  if (names.contains(metric.name)) {
    return fmt::format("no run has reported a number as {}", metric.name);
  }
  return fmt::format("no run has reported {}; in their histories: {}", metric.name,
                     names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", ")));
}

std::string what_is_wrong_with_steps(const std::vector<Run>& runs) {
  std::size_t rows = 0;
  for (const Run& run : runs) rows += unusable_steps(run);
  if (rows == 0) return "";
  return fmt::format(
      "{} row{} of the histories: _step is not a number above the row's before; counted as the "
      "step after it",
      rows, rows == 1 ? "" : "s");
}

StopAnswer stop_by_bands(const SweepConfig& config, const std::vector<Run>& runs,
                         Behaviour behaviour) {
  std::vector<RunCurve> curves;
  for (const Run& run : runs) {
    std::vector<Observation> curve = trial_of(run, 0, {}, config.metric, behaviour).curve;
    std::erase_if(curve, [](const Observation& report) { return !std::isfinite(report.loss); });
    curves.push_back({run.state == RunState::running, std::move(curve)});
  }
  return stop_runs(*config.early_terminate, curves, behaviour);
}

StopAnswer stop_by_scheduler(const NamedOptions& named, const Metric& metric,
                             const std::vector<Run>& runs) {
  // Nobody knows how long a full run is; none is complete until its state says so.
  constexpr int kNoEnd = std::numeric_limits<int>::max();
  Scheduler scheduler = make_scheduler(named.name, {kNoEnd}, named.options);
  refuse_if_pausing(named, scheduler);
  Tuner tuner({GivenTrials(runs.size()), std::move(scheduler),
               Budget(BudgetUnit::trials, runs.size(), 1), Stream(0), kNoEnd, Reports::recorded});
  TrialId trial = 0;
  StopAnswer answer;
  for (const bool is_running : {false, true}) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if ((runs[i].state == RunState::running) != is_running) continue;
      const Decision decision =
          tuner.adopt(trial_of(runs[i], trial++, {}, metric, Behaviour::corrected));
      if (!is_running) continue;
      answer.verdicts.push_back({i, decision.verdict == Verdict::stop, decision.reason});
    }
  }
  return answer;
}

}  // namespace sweep
