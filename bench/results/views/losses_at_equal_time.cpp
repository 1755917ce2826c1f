#include "bench/results/views/losses_at_equal_time.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sweep {
namespace {

double evaluation_seconds(const KeyedCell& cell, double cost) {
  return cost + searcher_seconds_per_evaluation(cell);
}

double first_end(const ComparedCells& row, double cost) {
  double end = std::numeric_limits<double>::infinity();
  for (const KeyedCell* cell : row.of_method) {
    end = std::min(end, static_cast<double>(cell->trials) * evaluation_seconds(*cell, cost));
  }
  return end;
}

LossRow losses_within(const ComparedCells& row, double cost) {
  const double end = first_end(row, cost);
  LossRow losses;
  for (const KeyedCell* cell : row.of_method) {
    // The cell whose end it is must have all of its evaluations, whatever division does.
    const double evaluations = std::floor(end / evaluation_seconds(*cell, cost) * (1 + 1e-12));
    losses.push_back(precision_after(cell->descents->evaluations, evaluations));
  }
  return losses;
}

}  // namespace

double searcher_seconds_per_evaluation(const KeyedCell& cell) {
  return cell.trials == 0 ? 0 : cell.timing.searcher_seconds / static_cast<double>(cell.trials);
}

std::vector<std::vector<LossRow>> losses_at_equal_time(const CellsSideBySide& comparison,
                                                       double cost) {
  std::vector<std::vector<LossRow>> problems;
  for (const ComparedProblem& problem : comparison.problems) {
    std::vector<LossRow>& rows = problems.emplace_back();
    for (const ComparedCells& row : problem.rows) rows.push_back(losses_within(row, cost));
  }
  return problems;
}

std::vector<double> evaluation_costs() {
  std::vector<double> costs;
  for (int k = 0; k < 20; ++k) costs.push_back(std::pow(10.0, -6 + k / 2.0));
  costs.back() = 3600;
  return costs;
}

}  // namespace sweep
