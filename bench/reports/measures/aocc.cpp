#include <algorithm>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/results/measures/convergence_area.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {
namespace {

std::vector<double> areas(const DataSet& set, double budget) {
  std::vector<double> all;
  for (const Descent& descent : set.descents) all.push_back(area_over_convergence(descent, budget));
  return all;
}

// All methods on a problem are looked at for the same budget.
void add_problem(Problem problem, ReportTable& table) {
  double budget = 1;
  for (const DataSet& set : problem) {
    for (const Descent& descent : set.descents) budget = std::max(budget, descent.length);
  }
  for (const DataSet& set : problem) {
    const std::vector<double> cells = areas(set, budget);
    std::vector<Shown> row = row_of(set);
    row.push_back(shown(cells.size()));
    row.push_back(shown(static_cast<std::size_t>(budget)));
    row.push_back(shown(area_over_convergence(set.descents, budget)));
    row.push_back(shown(quantile(cells, 0)));
    row.push_back(shown(median(cells)));
    row.push_back(shown(quantile(cells, 1)));
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

Sections aocc_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  ReportTable table = table_of_sets();
  for (const char* name : {"runs", "evaluations", "mean", "least", "median", "most"}) {
    table.columns.push_back({name, name});
  }
  for (const Problem problem : problems_of(sets)) add_problem(problem, table);
  return {std::move(table)};
}

}  // namespace sweep
