#include "bench/results/measures/fixed_budget.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bench/reports/measures/curves.hpp"
#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"

namespace sweep {
namespace {

constexpr std::size_t kTenth = 2;  // places in kFixedBudgetQuantiles
constexpr std::size_t kQuarter = 3;
constexpr std::size_t kMedian = 4;
constexpr std::size_t kThreeQuarters = 5;
constexpr std::size_t kNineTenths = 6;

FixedBudget reached_at(const DataSet& set, double budget) {
  return fixed_budget(precisions_after(set.descents, budget * set.unit()));
}

// A geometric mean of losses is none: they may be below 0.
Map statistics_map(const DataSet& set, double budget, const FixedBudget& reached) {
  List quantiles;
  for (std::size_t i = 0; i < kFixedBudgetQuantiles.size(); ++i) {
    quantiles.push_back(Map{{"p", kFixedBudgetQuantiles[i]},
                            {set.has_optimum ? "precision" : "loss", reached.quantiles[i]}});
  }
  Map map = {{"budget", budget}, {"mean", reached.mean}, {"deviation", reached.deviation}};
  if (set.has_optimum) map.push_back({"geometric_mean", reached.geometric_mean});
  map.push_back({"quantiles", std::move(quantiles)});
  return map;
}

// "0.12 [0.05, 0.7]": the median, and between what 80 % of the cells are.
Shown shown_statistics(const DataSet& set, double budget) {
  const FixedBudget reached = reached_at(set, budget);
  return {fmt::format("{} [{}, {}]", short_text(reached.quantiles[kMedian]),
                      short_text(reached.quantiles[kTenth]),
                      short_text(reached.quantiles[kNineTenths])),
          statistics_map(set, budget, reached)};
}

ReportTable table_of(std::span<const DataSet> sets, std::span<const double> budgets) {
  ReportTable table = table_of_sets();
  table.columns.push_back({"runs", "runs"});
  add_budgets(budgets, table);
  for (const DataSet& set : sets) {
    std::vector<Shown> row = row_of(set);
    row.push_back(shown_runs(set));
    for (const double budget : budgets) row.push_back(shown_statistics(set, budget));
    table.rows.push_back(std::move(row));
  }
  return table;
}

// The median, in a band that holds half of the cells.
Series curve_of(const DataSet& set, std::span<const double> budgets) {
  Series curve{set.title(), curve_places(budgets.front(), budgets.back()), {}, {}, {}};
  for (const double budget : curve.x) {
    const FixedBudget reached = reached_at(set, budget);
    curve.y.push_back(reached.quantiles[kMedian]);
    curve.lo.push_back(reached.quantiles[kQuarter]);
    curve.hi.push_back(reached.quantiles[kThreeQuarters]);
  }
  return curve;
}

Figure figure_of(Problem problem, std::span<const double> budgets) {
  const DataSet& first = problem.front();
  Figure figure{title_of(first.function, first.dimension),
                {budget_label(first.axis), FigureScale::logarithmic},
                {"best precision", FigureScale::logarithmic},
                {}};
  if (!first.has_optimum) figure.y = {"best loss", FigureScale::linear};
  for (const DataSet& set : problem) figure.series.push_back(curve_of(set, budgets));
  return figure;
}

void add_sections(std::span<const DataSet> sets, Sections& sections) {
  if (sets.empty()) return;
  const std::vector<double> budgets = budgets_by_unit(sets);
  sections.emplace_back(table_of(sets, budgets));
  for (const Problem problem : problems_of(sets)) {
    sections.emplace_back(figure_of(problem, budgets));
  }
}

}  // namespace

Sections fixed_budget_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  const auto losses =
      std::find_if(sets.begin(), sets.end(), [](const DataSet& set) { return !set.has_optimum; });
  const auto known = static_cast<std::size_t>(losses - sets.begin());
  Sections sections;
  add_sections(sets.first(known), sections);
  if (known < sets.size()) {
    sections.emplace_back(Prose{"best loss at budgets, where the optimum is not known:"});
    add_sections(sets.subspan(known), sections);
  }
  return sections;
}

}  // namespace sweep
