#include "bench/reports/measures/distributions.hpp"

#include <string>
#include <utility>

#include "bench/reports/measures/curves.hpp"

namespace sweep {
namespace {

double mean_area(std::span<const Ecdf> functions, std::span<const double> budgets) {
  double total = 0;
  for (const Ecdf& function : functions) {
    total += area_under_ecdf(function.sorted(), budgets.front(), budgets.back());
  }
  return total / static_cast<double>(functions.size());
}

std::vector<Shown> row_of(const Distribution& distribution, std::span<const double> budgets) {
  std::vector<Shown> row = row_of(distribution.group);
  row.push_back(shown(distribution.functions.size()));
  for (const double budget : budgets) {
    row.push_back(
        shown_at("budget", budget, "fraction", mean_fraction(distribution.functions, budget)));
  }
  row.push_back(shown(mean_area(distribution.functions, budgets)));
  return row;
}

Series curve_of(const Distribution& distribution, std::span<const double> budgets) {
  Series curve{
      distribution.group.method, curve_places(budgets.front(), budgets.back()), {}, {}, {}};
  for (const double x : curve.x) curve.y.push_back(mean_fraction(distribution.functions, x));
  return curve;
}

// A curve per method.
Sections figures_of(std::span<const Distribution> distributions, std::span<const double> budgets,
                    Axis axis) {
  Sections figures;
  std::string last_title;
  for (const Distribution& distribution : distributions) {
    std::string title = title_of(distribution.group.name, distribution.group.dimension);
    if (figures.empty() || title != last_title) {
      figures.emplace_back(Figure{title,
                                  {budget_label(axis), FigureScale::logarithmic},
                                  {"fraction of targets reached", FigureScale::linear},
                                  {}});
      last_title = std::move(title);
    }
    std::get<Figure>(figures.back()).series.push_back(curve_of(distribution, budgets));
  }
  return figures;
}

}  // namespace

double mean_fraction(std::span<const Ecdf> functions, double budget) {
  double total = 0;
  for (const Ecdf& function : functions) total += function.at(budget);
  return total / static_cast<double>(functions.size());
}

Sections distribution_sections(std::span<const DataSet> sets, double reach,
                               std::span<const Distribution> distributions) {
  std::vector<double> budgets = budgets_by_unit(sets, reach);
  if (budgets.size() == 1) budgets.push_back(2 * budgets[0]);  // an area needs a width
  ReportTable table = table_of_groups();
  table.columns.push_back({"n", "functions_count"});
  add_budgets(budgets, table);
  table.columns.push_back({"area", "area"});
  for (const Distribution& distribution : distributions) {
    table.rows.push_back(row_of(distribution, budgets));
  }
  Sections sections = figures_of(distributions, budgets, sets.front().axis);
  sections.emplace(sections.begin(), std::move(table));
  return sections;
}

}  // namespace sweep
