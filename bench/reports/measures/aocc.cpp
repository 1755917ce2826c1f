#include <algorithm>
#include <numeric>
#include <string>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/results/measures/convergence_area.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {
namespace {

double area_of(const DataSet& set, const Descent& descent, double budget) {
  if (set.targets.kind == TargetKind::fractions) {
    return area_over_targets(descent, budget, set.targets.all, set.axis);
  }
  return area_over_convergence(descent, budget, {}, set.axis);
}

std::vector<double> areas(const DataSet& set, double budget) {
  std::vector<double> all;
  for (const Descent& descent : set.descents) all.push_back(area_of(set, descent, budget));
  return all;
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Shown shown_budget(double budget, Axis axis) {
  return is_counted(axis) ? shown(static_cast<std::size_t>(budget)) : shown(budget);
}

// All methods on a problem are looked at for the same budget.
void add_problem(Problem problem, ReportTable& table) {
  double budget = first_place(problem);
  for (const DataSet& set : problem) {
    for (const Descent& descent : set.descents) budget = std::max(budget, descent.length);
  }
  for (const DataSet& set : problem) {
    const std::vector<double> cells = areas(set, budget);
    std::vector<Shown> row = row_of(set);
    row.push_back(shown_runs(set));
    row.push_back(shown_budget(budget, set.axis));
    row.push_back(shown(mean_of(cells)));
    row.push_back(shown(quantile(cells, 0)));
    row.push_back(shown(median(cells)));
    row.push_back(shown(quantile(cells, 1)));
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

Sections aocc_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  ReportTable table = table_of_sets();
  const Axis axis = sets.front().axis;
  table.columns.push_back({"runs", "runs"});
  table.columns.push_back({std::string(unit_name(axis)), std::string(to_text(axis))});
  for (const char* name : {"mean", "least", "median", "most"})
    table.columns.push_back({name, name});
  for (const Problem problem : problems_of(sets)) add_problem(problem, table);
  return {std::move(table)};
}

}  // namespace sweep
