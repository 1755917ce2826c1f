#include "algorithms/wandb/trial.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "algorithms/wandb/runs.hpp"

namespace sweep {
namespace {

void add_summary(const Run& run, const Metric& metric, std::vector<Observation>& curve) {
  const auto best = best_value(run, metric.name, metric.maximise);
  if (!best) return;
  const double loss = metric.maximise ? 0.0 - *best : *best;
  const bool is_there = std::any_of(curve.begin(), curve.end(),
                                    [&](const Observation& seen) { return seen.loss <= loss; });
  if (!is_there) curve.push_back({curve.empty() ? 1 : curve.back().step, loss});
}

TrialState state_of(const Run& run, const Trial& trial) {
  if (!is_terminal(run.state)) return TrialState::running;
  if (trial.curve.empty()) return TrialState::failed;
  if (run.state == RunState::finished) return TrialState::completed;
  return run.state == RunState::killed ? TrialState::stopped : TrialState::failed;
}

}  // namespace

Trial trial_of(const Run& run, TrialId id, Point point, const std::optional<Metric>& metric,
               Behaviour behaviour, Iteration iteration) {
  Trial trial{id, std::move(point), TrialState::running, {}};
  if (metric) trial.curve = loss_curve(run, *metric, behaviour, iteration);
  trial.state = state_of(run, trial);
  return trial;
}

Trial trial_with_summary(const Run& run, TrialId id, Point point,
                         const std::optional<Metric>& metric) {
  Trial trial = trial_of(run, id, std::move(point), metric, Behaviour::corrected);
  if (metric) add_summary(run, *metric, trial.curve);
  trial.state = state_of(run, trial);
  return trial;
}

}  // namespace sweep
