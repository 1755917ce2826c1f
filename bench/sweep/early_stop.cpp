#include "bench/sweep/early_stop.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/schedule/reach.hpp"
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
      "{} (HyperbandPruner) puts runs into brackets by the name of Optuna's study, which no list "
      "of "
      "runs says, so that stop cannot judge them; SuccessiveHalvingPruner works here, and audit "
      "replays {}",
      named.name, named.name));
}

constexpr Counting kTrainerSteps{Behaviour::corrected, Iteration::step};

/// Where the reports of the runs begin and end; 0 without any.
struct Length {
  int first = 0;
  int last = 0;
};

Length length_of(const std::vector<Run>& runs, const Metric& metric, Counting counting) {
  Length length;
  for (const Run& run : runs) {
    const auto curve = loss_curve(run, metric, counting.behaviour, counting.iteration);
    if (curve.empty()) continue;
    length.last = std::max(length.last, curve.back().step);
    const int first = curve.front().step;
    length.first = length.first == 0 ? first : std::min(length.first, first);
  }
  return length;
}

}  // namespace

std::string unseen_warning(const StopAnswer& answer, const NamedOptions& scheduler,
                           const Metric& metric, const std::vector<Run>& runs, Counting counting) {
  const Length length = length_of(runs, metric, counting);
  if (length.last == 0 || answer.has_values) return "";
  const bool by_steps = counting.iteration == Iteration::step;
  const std::string late = out_of_reach(scheduler, length.last + 1);
  if (!late.empty()) {
    const int steps = length_of(runs, metric, kTrainerSteps).last;
    const bool may_be_seen = !by_steps && counting.behaviour == Behaviour::corrected &&
                             out_of_reach(scheduler, steps + 1).empty();
    return fmt::format("{} sees no run: {}, and the longest run has {} {}{}{}", scheduler.name,
                       late, length.last, by_steps ? "step" : "report", length.last == 1 ? "" : "s",
                       may_be_seen ? "; --iteration _step counts the trainer's steps" : "");
  }
  if (answer.bands.empty()) return "";
  return fmt::format(
      "{} sees no run: none has a value at any band; the first is at step {:.0f}, the first report "
      "at {}{}",
      scheduler.name, answer.bands.front(), length.first,
      by_steps ? "; without --iteration _step, reports are counted" : "");
}

StopAnswer stop_by_bands(const SweepConfig& config, const std::vector<Run>& runs,
                         Counting counting) {
  const auto& [behaviour, iteration] = counting;
  std::vector<RunCurve> curves;
  curves.reserve(runs.size());
  for (const Run& run : runs) {
    curves.push_back(
        {run.state == RunState::running, loss_curve(run, *config.metric, behaviour, iteration)});
  }
  return stop_runs(*config.early_terminate, curves, behaviour);
}

StopAnswer stop_by_scheduler(const NamedOptions& named, const Metric& metric,
                             const std::vector<Run>& runs, Iteration iteration) {
  // Nobody knows how long a full run is; none is complete until its state says so.
  constexpr int kNoEnd = std::numeric_limits<int>::max();
  Scheduler scheduler = make_scheduler(named.name, {kNoEnd, true}, named.options);
  refuse_if_pausing(named, scheduler);
  Tuner tuner({GivenTrials(runs.size()), std::move(scheduler),
               Budget(BudgetUnit::trials, runs.size(), 1), Stream(0), kNoEnd, Reports::recorded});
  TrialId trial = 0;
  StopAnswer answer;
  for (const bool is_running : {false, true}) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if ((runs[i].state == RunState::running) != is_running) continue;
      const Decision decision =
          tuner.adopt(trial_of(runs[i], trial++, {}, metric, Behaviour::corrected, iteration));
      if (!is_running) continue;
      answer.verdicts.push_back({i, decision.verdict == Verdict::stop, decision.reason});
    }
  }
  return answer;
}

}  // namespace sweep
