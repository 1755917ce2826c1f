#include "bench/results/summary.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

namespace sweep {
namespace {

using Group = std::vector<const CellResult*>;

constexpr double kNever = std::numeric_limits<double>::infinity();  // also the loss never reached

std::vector<Group> groups_by_first_appearance(std::span<const CellResult> results) {
  std::vector<Group> groups;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> places;
  for (const CellResult& result : results) {
    const std::pair<std::string_view, std::string_view> key{result.cell.method,
                                                            result.cell.objective};
    const std::size_t place = places.try_emplace(key, groups.size()).first->second;
    if (place == groups.size()) groups.emplace_back();
    groups[place].push_back(&result);
  }
  return groups;
}

Estimate median_best(const Group& group) {
  std::vector<double> losses;
  for (const CellResult* result : group) losses.push_back(result->best_loss);
  return median_with_interval(losses);
}

std::optional<Estimate> median_regret(const Group& group) {
  std::vector<double> regrets;
  for (const CellResult* result : group) {
    if (!result->optimum) return std::nullopt;
    regrets.push_back(result->incumbent_loss - *result->optimum);
  }
  return median_with_interval(regrets);
}

std::optional<std::uint64_t> total_duplicates(const Group& group) {
  std::uint64_t total = 0;
  for (const CellResult* result : group) {
    if (!result->duplicates) return std::nullopt;
    total += *result->duplicates;
  }
  return total;
}

std::optional<double> microseconds(std::optional<double> nanoseconds) {
  if (!nanoseconds) return std::nullopt;
  return *nanoseconds / 1000;
}

void add_counts_and_times(const Group& group, SummaryRow& row) {
  LatencyHistogram suggest;
  for (const CellResult* result : group) {
    row.trials += result->trials;
    row.failed += result->failed;
    row.fallbacks += result->fallbacks;
    row.exhausted += result->exhausted ? 1 : 0;
    row.searcher_seconds += result->timing.searcher_seconds;
    suggest.merge(result->timing.suggest);
  }
  row.suggest_p50_us = microseconds(suggest.quantile(0.5));
  row.suggest_p99_us = microseconds(suggest.quantile(0.99));
}

double or_infinity(double loss) { return std::isnan(loss) ? kNever : loss; }

// Never if most cells of some method have no loss: nothing is a target then.
double seconds_to_target(const CellResult& result, double target) {
  if (target == kNever) return kNever;
  for (const Improvement& improvement : result.trajectory) {
    if (improvement.loss <= target) return improvement.seconds;
  }
  return kNever;
}

std::optional<double> mean_best_stopped(const Group& group) {
  double mean = 0;
  for (const CellResult* result : group) {
    if (!result->use.best_stopped) return std::nullopt;
    mean += static_cast<double>(*result->use.best_stopped) / static_cast<double>(group.size());
  }
  return mean;
}

ClusterSummary summarise_cluster(const Group& group, double target) {
  ClusterSummary summary;
  summary.target = target;
  std::vector<double> seconds;
  std::vector<double> target_seconds;
  double steps = 0;
  double full_steps = 0;
  for (const CellResult* result : group) {
    const ClusterUse& use = result->use;
    seconds.push_back(use.seconds);
    target_seconds.push_back(seconds_to_target(*result, target));
    summary.worker_seconds += use.worker_seconds;
    summary.stopped += use.stopped;
    steps += static_cast<double>(use.steps);
    full_steps += static_cast<double>(use.full_steps);
  }
  summary.best_stopped = mean_best_stopped(group);
  summary.seconds = median(seconds);
  summary.target_seconds = median(target_seconds);
  summary.saved = full_steps > 0 ? 1 - steps / full_steps : 0;
  return summary;
}

bool is_plain(const Group& group) {
  return std::all_of(group.begin(), group.end(),
                     [](const CellResult* result) { return result->is_plain(); });
}

// The loss that more than half of the cells reach.
double reached_by_most(const Group& group) {
  std::vector<double> losses;
  for (const CellResult* result : group) losses.push_back(or_infinity(result->best_loss));
  const auto middle = losses.begin() + static_cast<std::ptrdiff_t>(losses.size() / 2);
  std::nth_element(losses.begin(), middle, losses.end());
  return *middle;
}

// The target of each objective. Most cells of every method reach it, so that median times can be
// compared.
std::map<std::string_view, double> targets_of(const std::vector<Group>& groups) {
  std::map<std::string_view, double> targets;
  for (const Group& group : groups) {
    const double reached = reached_by_most(group);
    double& target = targets.try_emplace(group.front()->cell.objective, reached).first->second;
    target = std::max(target, reached);
  }
  return targets;
}

/// The best losses of an objective, sorted; cells without any are alike.
using LossesByObjective = std::map<std::string_view, std::vector<double>>;

LossesByObjective outcomes_of(const std::vector<Group>& groups) {
  LossesByObjective outcomes;
  for (const Group& group : groups) {
    std::vector<double>& losses = outcomes[group.front()->cell.objective];
    for (const CellResult* result : group) losses.push_back(or_infinity(result->best_loss));
  }
  for (auto& objective : outcomes) std::sort(objective.second.begin(), objective.second.end());
  return outcomes;
}

std::map<std::string_view, Variety> varieties_of(const std::vector<Group>& groups) {
  std::map<std::string_view, Variety> varieties;
  LossesByObjective outcomes = outcomes_of(groups);
  for (auto& [objective, losses] : outcomes) {
    const auto end = std::unique(losses.begin(), losses.end());
    varieties[objective] = {losses.size(), static_cast<std::uint64_t>(end - losses.begin())};
  }
  return varieties;
}

SummaryRow summarise_group(const Group& group) {
  SummaryRow row;
  row.method = group.front()->cell.method;
  row.objective = group.front()->cell.objective;
  row.cells = group.size();
  row.best = median_best(group);
  row.regret = median_regret(group);
  row.duplicates = total_duplicates(group);
  add_counts_and_times(group, row);
  return row;
}

}  // namespace

std::vector<SummaryRow> summarise(std::span<const CellResult> results) {
  const std::vector<Group> groups = groups_by_first_appearance(results);
  std::vector<SummaryRow> rows;
  rows.reserve(groups.size());
  const std::map<std::string_view, Variety> varieties = varieties_of(groups);
  for (const Group& group : groups) {
    rows.push_back(summarise_group(group));
    rows.back().variety = varieties.at(rows.back().objective);
  }
  if (std::all_of(groups.begin(), groups.end(), is_plain)) return rows;
  const std::map<std::string_view, double> targets = targets_of(groups);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].cluster = summarise_cluster(groups[i], targets.at(rows[i].objective));
  }
  return rows;
}

}  // namespace sweep
