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

int longest_curve(const std::vector<Run>& runs, const Metric& metric, Counting counting) {
  int longest = 0;
  for (const Run& run : runs) {
    const auto curve = loss_curve(run, metric, counting.behaviour, counting.iteration);
    if (!curve.empty()) longest = std::max(longest, curve.back().step);
  }
  return longest;
}

}  // namespace

std::string unseen_warning(const NamedOptions& scheduler, const Metric& metric,
                           const std::vector<Run>& runs, Counting counting) {
  const int reports = longest_curve(runs, metric, counting);
  const std::string first = reports == 0 ? "" : out_of_reach(scheduler, reports + 1);
  if (first.empty()) return "";
  const bool by_steps = counting.iteration == Iteration::step;
  const int steps = longest_curve(runs, metric, kTrainerSteps);
  const bool reach_it_by_steps = counting.behaviour == Behaviour::corrected && !by_steps &&
                                 out_of_reach(scheduler, steps + 1).empty();
  return fmt::format("{} sees no run: {}, and the longest run has {} {}{}", scheduler.name, first,
                     reports, by_steps ? "steps" : "reports",
                     reach_it_by_steps ? "; --iteration _step counts the trainer's steps" : "");
}

StopAnswer stop_by_bands(const SweepConfig& config, const std::vector<Run>& runs,
                         Counting counting) {
  const auto& [behaviour, iteration] = counting;
  std::vector<RunCurve> curves;
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
