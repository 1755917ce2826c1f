#include "bench/results/importance/parameter_importance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "algorithms/space/stream.hpp"
#include "bench/results/importance/forest.hpp"

namespace sweep {
namespace {

std::vector<std::size_t> rows_with_loss(const TrialTable& trials) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < trials.loss.size(); ++i) {
    if (std::isfinite(trials.loss[i])) rows.push_back(i);
  }
  if (rows.size() <= kMostForestTrials) return rows;
  Stream stream = Stream{0}.child("importance").child(trials.objective);
  for (std::size_t i = 0; i < kMostForestTrials; ++i) {
    std::swap(rows[i], rows[i + stream.index(rows.size() - i)]);
  }
  rows.resize(kMostForestTrials);
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<double> taken(const std::vector<double>& values, const std::vector<std::size_t>& rows) {
  std::vector<double> some;
  some.reserve(rows.size());
  for (const std::size_t row : rows) some.push_back(values[row]);
  return some;
}

std::vector<double> number_column(const TrialColumn& parameter,
                                  const std::vector<std::size_t>& rows) {
  std::vector<double> values = taken(parameter.values, rows);
  if (!parameter.is_logarithmic) return values;
  for (double& value : values) value = std::log(value);
  return values;
}

std::vector<double> indicator(const TrialColumn& parameter, std::size_t category,
                              const std::vector<std::size_t>& rows) {
  std::vector<double> values = taken(parameter.values, rows);
  for (double& value : values) value = value == static_cast<double>(category) ? 1 : 0;
  return values;
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> pearson(const std::vector<double>& x, const std::vector<double>& y) {
  const double mean_x = mean_of(x);
  const double mean_y = mean_of(y);
  double xx = 0;
  double yy = 0;
  double xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
    xy += (x[i] - mean_x) * (y[i] - mean_y);
  }
  if (!(xx > 0) || !(yy > 0)) return std::nullopt;
  return xy / std::sqrt(xx * yy);
}

/// The columns of all parameters, and whose each of them is.
struct OwnedColumns {
  ForestData data;
  std::vector<std::size_t> owner;

  void add(std::size_t parameter, std::vector<double> column) {
    data.columns.push_back(std::move(column));
    owner.push_back(parameter);
  }
};

}  // namespace

ImportanceTable parameter_importance(const TrialTable& trials) {
  const std::vector<std::size_t> rows = rows_with_loss(trials);
  ImportanceTable table{{}, rows.size()};
  if (rows.size() < 2) return table;
  OwnedColumns columns{{{}, taken(trials.loss, rows)}, {}};
  for (std::size_t i = 0; i < trials.parameters.size(); ++i) {
    const TrialColumn& parameter = trials.parameters[i];
    ParameterImportance& one = table.parameters.emplace_back();
    one.name = parameter.name;
    if (parameter.categories.empty()) {
      columns.add(i, number_column(parameter, rows));
      one.correlation = pearson(columns.data.columns.back(), columns.data.target);
    }
    for (std::size_t k = 0; k < parameter.categories.size(); ++k) {
      columns.add(i, indicator(parameter, k, rows));
    }
  }
  const Stream stream = Stream{0}.child("forest");
  const std::vector<double> importance = forest_importance(
      grow_forest(columns.data, kForestTrees, stream), columns.data.columns.size());
  for (std::size_t k = 0; k < importance.size(); ++k) {
    table.parameters[columns.owner[k]].importance += importance[k];
  }
  std::stable_sort(table.parameters.begin(), table.parameters.end(),
                   [](const auto& a, const auto& b) { return a.importance > b.importance; });
  return table;
}

}  // namespace sweep
