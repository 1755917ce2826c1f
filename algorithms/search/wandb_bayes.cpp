#include "algorithms/search/wandb_bayes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/wandb/coordinate.hpp"

namespace sweep {
namespace {

bool is_constant(const Parameter& parameter) {
  return kind(parameter.distribution) == Kind::constant;
}

RunOutcome outcome_of(const Trial& trial) {
  RunOutcome outcome;
  for (const Observation& observation : trial.curve) {
    const double loss = observation.loss;
    if (!std::isfinite(loss)) continue;
    outcome.best = std::min(outcome.best.value_or(loss), loss);
    outcome.worst = std::max(outcome.worst.value_or(loss), loss);
    outcome.latest = loss;
  }
  const bool is_running = trial.state == TrialState::running;
  const bool has_failed = trial.state == TrialState::failed;
  outcome.progress = is_running   ? Progress::running
                     : has_failed ? Progress::failed
                                  : Progress::finished;
  return outcome;
}

}  // namespace

std::size_t wandb_columns(const SearchSpace& space) {
  return static_cast<std::size_t>(
      std::count_if(space.begin(), space.end(), [](auto& p) { return !is_constant(p); }));
}

Point wandb_point(const SearchSpace& space, std::span<const double> coordinates) {
  Point point{std::vector<double>(space.size(), 0.0)};
  auto u = coordinates.begin();
  for (std::size_t i = 0; i < space.size(); ++i) {
    if (!is_constant(space[i])) point.values[i] = quantile(space[i].distribution, *u++);
  }
  return point;
}

WandbBayes::WandbBayes(const SearchTask& task, const Options& options)
    : space_(task.space), rules_{options.impute, options.impute_while_running} {
  runs_.columns = wandb_columns(space_);
}

Point WandbBayes::ask(TrialId id, const Stream& stream) {
  if (runs_.columns == 0) {
    explanation_ = {0, 0, 0, 0, "nothing to search: all parameters are constants"};
    return wandb_point(space_, {});
  }
  WandbProposal proposal = wandb_proposal(training_of(runs_, rules_), draws_from(stream));
  explanation_ = std::move(proposal.explanation);
  Point point = wandb_point(space_, proposal.coordinates);
  put(id, point.values, {});
  return point;
}

void WandbBayes::tell(const Trial& ended) { put(ended.id, ended.point.values, outcome_of(ended)); }

void WandbBayes::observe(const Trial& running) {
  put(running.id, running.point.values, outcome_of(running));
}

void WandbBayes::put(TrialId id, PointView point, const RunOutcome& outcome) {
  if (runs_.columns == 0) return;
  const auto [known, is_new] = place_.try_emplace(id, runs_.outcomes.size());
  if (is_new) {
    runs_.add(row_of(point), outcome);
  } else {
    runs_.outcomes[known->second] = outcome;
  }
}

std::vector<double> WandbBayes::row_of(PointView point) const {
  std::vector<double> row;
  for (std::size_t i = 0; i < space_.size(); ++i) {
    if (is_constant(space_[i])) continue;
    const Distribution& distribution = space_[i].distribution;
    const Value value = to_value(distribution, point[i]);
    // A value NaN is equal to none, not even to itself.
    const auto coordinate = wandb_coordinate(distribution, &value);
    row.push_back(coordinate ? *coordinate : cdf(distribution, point[i]));
  }
  return row;
}

}  // namespace sweep
