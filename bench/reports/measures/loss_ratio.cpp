#include "bench/results/measures/loss_ratio.hpp"

#include <algorithm>
#include <limits>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/measures/samples.hpp"

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
                 double unit) {
  const auto loss = loss_ratio(method, best, budget * unit);
  return {loss ? shown(*loss).text : "-",
          Map{{"budget", budget}, {"loss_ratio", loss ? Value(*loss) : Value()}}};
}

void add_problem(Problem problem, std::span<const double> budgets, ReportTable& table) {
  std::vector<std::vector<double>> methods;
  for (const DataSet& set : problem) methods.push_back(erts(set));
  const std::vector<double> best = best_erts(methods);
  for (std::size_t i = 0; i < problem.size(); ++i) {
    std::vector<Shown> row = row_of(problem[i]);
    for (const double budget : budgets) {
      row.push_back(shown_loss(methods[i], best, budget, problem[i].unit()));
    }
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

Sections loss_ratio_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  const std::vector<double> budgets = budgets_by_unit(sets);
  ReportTable table = table_of_sets();
  add_budgets(budgets, table);
  for (const Problem problem : problems_of(sets)) add_problem(problem, budgets, table);
  return {std::move(table)};
}

}  // namespace sweep
