#include <algorithm>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/tables.hpp"
#include "bench/results/measures/convergence_area.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {
namespace {

std::vector<double> areas(const DataSet& set, std::uint64_t budget) {
  std::vector<double> all;
  for (const Descent& run : set.descents) all.push_back(area_over_convergence(run, budget));
  return all;
}

// All methods on a problem are looked at for the same budget.
void add_problem(Problem problem, Table& table) {
  std::uint64_t budget = 1;
  for (const DataSet& set : problem) {
    for (const Descent& run : set.descents) budget = std::max(budget, run.evaluations);
  }
  for (const DataSet& set : problem) {
    const std::vector<double> runs = areas(set, budget);
    std::vector<Shown> row = row_of(set);
    row.push_back(shown(runs.size()));
    row.push_back(shown(static_cast<std::size_t>(budget)));
    row.push_back(shown(area_over_convergence(set.descents, budget)));
    row.push_back(shown(quantile(runs, 0)));
    row.push_back(shown(median(runs)));
    row.push_back(shown(quantile(runs, 1)));
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

Table aocc_table(std::span<const DataSet> sets, const MeasureOptions&) {
  Table table = table_of_sets();
  for (const char* name : {"runs", "evaluations", "mean", "least", "median", "most"}) {
    table.columns.push_back({name, name});
  }
  for (const Problem problem : problems_of(sets)) add_problem(problem, table);
  return table;
}

}  // namespace sweep
