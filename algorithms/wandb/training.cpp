#include "algorithms/wandb/training.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sweep {
namespace {

bool has_nan(std::span<const double> row) {
  return std::any_of(row.begin(), row.end(), [](double x) { return std::isnan(x); });
}

}  // namespace

std::span<const double> row_of(std::span<const double> rows, std::size_t columns, std::size_t i) {
  return rows.subspan(i * columns, columns);
}

void append_row(std::vector<double>& rows, std::span<const double> row) {
  rows.insert(rows.end(), row.begin(), row.end());
}

Samples usable_samples(const Samples& samples) {
  Samples kept{samples.columns, {}, {}};
  for (std::size_t i = 0; i < samples.targets.size(); ++i) {
    const auto row = row_of(samples.rows, samples.columns, i);
    if (has_nan(row) || std::isnan(samples.targets[i])) continue;
    append_row(kept.rows, row);
    kept.targets.push_back(samples.targets[i]);
  }
  return kept;
}

std::vector<double> usable_rows(std::span<const double> rows, std::size_t columns) {
  std::vector<double> kept;
  for (std::size_t i = 0; i * columns < rows.size(); ++i) {
    const auto row = row_of(rows, columns, i);
    if (!has_nan(row)) append_row(kept, row);
  }
  return kept;
}

void WandbRuns::add(const std::vector<double>& row, const RunOutcome& outcome) {
  append_row(rows, row);
  outcomes.push_back(outcome);
}

WandbTraining training_of(const WandbRuns& runs, const ImputeRules& rules) {
  WandbTraining training{{runs.columns, {}, {}}, {}};
  const std::vector<std::optional<double>> targets = imputed_targets(runs.outcomes, rules);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    append_row(targets[i] ? training.samples.rows : training.running_rows,
               row_of(runs.rows, runs.columns, i));
    if (targets[i]) training.samples.targets.push_back(*targets[i]);
  }
  return training;
}

}  // namespace sweep
