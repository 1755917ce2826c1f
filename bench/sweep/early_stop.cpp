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
#include "algorithms/wandb/runs.hpp"

namespace sweep {
namespace {

using Curve = std::vector<Observation>;

std::vector<Curve> curves_of(const std::vector<Run>& runs, const Metric& metric,
                             Behaviour behaviour) {
  std::vector<Curve> curves;
  curves.reserve(runs.size());
  for (const Run& run : runs) curves.push_back(loss_curve(run, metric, behaviour));
  return curves;
}

void check_never_pauses(const NamedOptions& scheduler) {
  const auto form = scheduler.options.find("form");
  const bool pauses =
      scheduler.name == "hyperband" || scheduler.name == "sha" ||
      (scheduler.name == "asha" && (form == scheduler.options.end() || form->second != "stopping"));
  if (!pauses) return;
  throw SpecError(fmt::format(
      "{} pauses runs and takes them up again, which no list of runs can say; audit replays it",
      scheduler.name));
}

// What is said of a trial that reports all of this.
Decision decision_on(Scheduler& scheduler, TrialId trial, const Curve& curve, bool first_stop) {
  Decision last;
  for (const Observation& report : curve) {
    last = scheduler.report(trial, report.step, report.loss);
    if (first_stop && last.verdict == Verdict::stop) return last;
  }
  if (last.reason.step == 0 && !curve.empty()) last.reason.step = curve.back().step;
  return last;
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
  for (Curve& curve : curves_of(runs, *config.metric, behaviour)) {
    std::erase_if(curve, [](const Observation& report) { return !std::isfinite(report.loss); });
    curves.push_back({runs[curves.size()].state == RunState::running, std::move(curve)});
  }
  return stop_runs(*config.early_terminate, curves, behaviour);
}

StopAnswer stop_by_scheduler(const NamedOptions& named, const Metric& metric,
                             const std::vector<Run>& runs) {
  check_never_pauses(named);
  const std::vector<Curve> curves = curves_of(runs, metric, Behaviour::corrected);
  // Nobody knows how long a full run is; none is complete until its state says so.
  constexpr int kNoEnd = std::numeric_limits<int>::max();
  Scheduler scheduler = make_scheduler(named.name, {kNoEnd}, named.options);
  const bool first_stop = named.name == "asha";
  TrialId trial = 0;
  StopAnswer answer;
  for (const bool is_running : {false, true}) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if ((runs[i].state == RunState::running) != is_running) continue;
      static_cast<void>(scheduler.next(trial));
      const Decision decision = decision_on(scheduler, trial, curves[i], first_stop);
      if (is_running) {
        answer.verdicts.push_back({i, decision.verdict == Verdict::stop, decision.reason});
      } else if (is_terminal(runs[i].state)) {
        const bool is_complete = runs[i].state == RunState::finished;
        scheduler.ended(trial, is_complete ? TrialState::completed : TrialState::failed);
      }
      ++trial;
    }
  }
  return answer;
}

}  // namespace sweep
