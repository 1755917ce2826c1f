#include "bench/results/measures/fixed_budget.hpp"

#include <fmt/format.h>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/tables.hpp"

namespace sweep {
namespace {

constexpr std::size_t kTenth = 2;  // places in kFixedBudgetQuantiles
constexpr std::size_t kMedian = 4;
constexpr std::size_t kNineTenths = 6;

// "0.12 [0.05, 0.7]": the median, and between what 80 % of the runs are.
Shown shown_statistics(const DataSet& set, double budget) {
  const FixedBudget reached = fixed_budget(precisions_after(set.descents, budget * set.dimension));
  List quantiles;
  for (std::size_t i = 0; i < kFixedBudgetQuantiles.size(); ++i) {
    quantiles.push_back(Map{{"p", kFixedBudgetQuantiles[i]}, {"precision", reached.quantiles[i]}});
  }
  return {fmt::format("{} [{}, {}]", short_text(reached.quantiles[kMedian]),
                      short_text(reached.quantiles[kTenth]),
                      short_text(reached.quantiles[kNineTenths])),
          Map{{"budget", budget},
              {"mean", reached.mean},
              {"deviation", reached.deviation},
              {"geometric_mean", reached.geometric_mean},
              {"quantiles", quantiles}}};
}

}  // namespace

Table fixed_budget_table(std::span<const DataSet> sets, const MeasureOptions&) {
  const std::vector<double> budgets = budgets_per_dimension(sets);
  Table table = table_of_sets();
  table.columns.push_back({"runs", "runs"});
  for (const double budget : budgets) {
    table.columns.push_back({heading_of(budget), "budgets", true});
  }
  for (const DataSet& set : sets) {
    std::vector<Shown> row = row_of(set);
    row.push_back(shown(set.descents.size()));
    for (const double budget : budgets) row.push_back(shown_statistics(set, budget));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace sweep
