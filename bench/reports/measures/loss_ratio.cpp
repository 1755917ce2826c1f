#include "bench/results/measures/loss_ratio.hpp"

#include <algorithm>
#include <limits>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/measures/samples.hpp"
#include "bench/results/measures/targets.hpp"

namespace sweep {
namespace {

// The smallest ERT of the methods compared, for each target.
std::vector<double> best_erts(std::span<const std::vector<double>> methods) {
  std::vector<double> best(methods.front().size(), std::numeric_limits<double>::infinity());
  for (const std::vector<double>& method : methods) {
    for (std::size_t i = 0; i < best.size(); ++i) best[i] = std::min(best[i], method[i]);
  }
  return best;
}

Shown shown_loss(std::span<const double> method, std::span<const double> best, double budget,
                 int dimension) {
  const auto loss = loss_ratio(method, best, budget * dimension);
  return {loss ? shown(*loss).text : "-",
          Map{{"budget", budget}, {"loss_ratio", loss ? Value(*loss) : Value()}}};
}

void add_problem(Problem problem, std::span<const double> budgets, ReportTable& table) {
  std::vector<std::vector<double>> methods;
  for (const DataSet& set : problem) methods.push_back(erts(set, run_length_targets()));
  const std::vector<double> best = best_erts(methods);
  for (std::size_t i = 0; i < problem.size(); ++i) {
    std::vector<Shown> row = row_of(problem[i]);
    for (const double budget : budgets) {
      row.push_back(shown_loss(methods[i], best, budget, problem[i].dimension));
    }
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

Sections loss_ratio_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  const std::vector<double> budgets = budgets_per_dimension(sets);
  ReportTable table = table_of_sets();
  for (const double budget : budgets) {
    table.columns.push_back({heading_of(budget), "budgets", true});
  }
  for (const Problem problem : problems_of(sets)) add_problem(problem, budgets, table);
  return {std::move(table)};
}

}  // namespace sweep
