#include "bench/results/measures/method_ranking.hpp"

#include <algorithm>
#include <limits>

#include "bench/results/inference/bootstrap.hpp"
#include "bench/results/inference/midranks.hpp"
#include "bench/results/inference/nemenyi.hpp"

namespace sweep {
namespace {

using Rows = std::vector<std::vector<double>>;

Rows complete_rows(const MethodScores& scores) {
  Rows rows;
  for (const ScoredProblem& problem : scores.problems) {
    if (problem.is_complete()) rows.push_back(problem.scores);
  }
  return rows;
}

std::vector<double> column_of(const Rows& rows, std::size_t j) {
  std::vector<double> column;
  column.reserve(rows.size());
  for (const std::vector<double>& row : rows) column.push_back(row[j]);
  return column;
}

Estimate mean_over_problems(const std::vector<double>& values) {
  if (values.empty()) return {};
  constexpr double kConfidence = 0.95;
  Estimate estimate{values.size(), mean_of(values), std::nullopt, std::nullopt};
  const Stream stream = Stream(0).child("bootstrap over problems");
  if (const auto interval = bootstrap_interval(values, mean_of, kConfidence, stream)) {
    estimate.lo = interval->low;
    estimate.hi = interval->high;
  }
  return estimate;
}

std::size_t count_best(const Rows& rows, std::size_t j) {
  const auto count = std::count_if(rows.begin(), rows.end(), [&](const std::vector<double>& row) {
    return row[j] == *std::min_element(row.begin(), row.end());
  });
  return static_cast<std::size_t>(count);
}

void add_groups(MethodRanking& ranking) {
  std::vector<double> ranks;
  for (const RankedMethod& method : ranking.methods) ranks.push_back(method.rank.value);
  ranking.critical_difference = critical_difference(ranks.size(), ranking.problems);
  ranking.groups = rank_groups(ranks, ranking.critical_difference);
  for (std::size_t group = 0; group < ranking.groups.size(); ++group) {
    for (const std::size_t place : ranking.groups[group]) {
      ranking.methods[place].groups.push_back(group);
    }
  }
}

}  // namespace

MethodRanking ranking_of(const MethodScores& scores) {
  const Rows rows = complete_rows(scores);
  Rows ranks;
  for (const std::vector<double>& row : rows) ranks.push_back(midranks(row));
  MethodRanking ranking;
  ranking.problems = rows.size();
  for (std::size_t j = 0; j < scores.methods.size(); ++j) {
    ranking.methods.push_back({j,
                               mean_over_problems(column_of(ranks, j)),
                               mean_over_problems(column_of(rows, j)),
                               count_best(rows, j),
                               {}});
  }
  if (rows.empty()) return ranking;
  std::stable_sort(
      ranking.methods.begin(), ranking.methods.end(),
      [](const RankedMethod& a, const RankedMethod& b) { return a.rank.value < b.rank.value; });
  ranking.test = friedman(rows);
  add_groups(ranking);
  return ranking;
}

}  // namespace sweep
