#include "bench/results/summary.hpp"

#include <map>
#include <string_view>
#include <utility>

namespace sweep {
namespace {

using Group = std::vector<const CellResult*>;

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
  std::vector<SummaryRow> rows;
  for (const Group& group : groups_by_first_appearance(results)) {
    rows.push_back(summarise_group(group));
  }
  return rows;
}

}  // namespace sweep
