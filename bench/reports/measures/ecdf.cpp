#include "bench/results/measures/ecdf.hpp"

#include <string>
#include <utility>

#include "bench/reports/measures/curves.hpp"
#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/measures/samples.hpp"
#include "bench/results/measures/data_profile.hpp"

namespace sweep {
namespace {

// The part of what the first evaluation was above the optimum; Moré and Wild show 1e-1, 1e-3 and
// 1e-5.
constexpr double kProfileTolerance = 1e-3;

// Every function counts the same, however many cells it has.
double mean_fraction(std::span<const Ecdf> functions, double budget) {
  double total = 0;
  for (const Ecdf& function : functions) total += function.at(budget);
  return total / static_cast<double>(functions.size());
}

double mean_area(std::span<const Ecdf> functions, double last_budget) {
  double total = 0;
  for (const Ecdf& function : functions) {
    total += area_under_ecdf(function.sorted(), 1, last_budget);
  }
  return total / static_cast<double>(functions.size());
}

void add_budgets(std::span<const double> budgets, ReportTable& table) {
  for (const double budget : budgets) {
    table.columns.push_back({heading_of(budget), "budgets", true});
  }
}

/// A group of functions, with how cells got to the targets of one list.
struct Distribution {
  SetGroup group;
  std::vector<Ecdf> functions;
};

template <class SampleOf>
std::vector<Distribution> distributions_of(std::span<const DataSet> sets, SampleOf sample_of) {
  std::vector<Distribution> all;
  for (SetGroup& group : groups_of(sets)) {
    Distribution& distribution = all.emplace_back(Distribution{std::move(group), {}});
    for (const DataSet* set : distribution.group.sets) {
      distribution.functions.emplace_back(sample_of(*set));
    }
  }
  return all;
}

std::vector<Shown> row_of(const Distribution& distribution, std::span<const double> budgets) {
  std::vector<Shown> row = row_of(distribution.group);
  row.push_back(shown(distribution.functions.size()));
  for (const double budget : budgets) {
    row.push_back(
        shown_at("budget", budget, "fraction", mean_fraction(distribution.functions, budget)));
  }
  row.push_back(shown(mean_area(distribution.functions, budgets.back())));
  return row;
}

Series curve_of(const Distribution& distribution, double last_budget) {
  Series curve{distribution.group.method, curve_places(last_budget), {}, {}, {}};
  for (const double x : curve.x) curve.y.push_back(mean_fraction(distribution.functions, x));
  return curve;
}

// One for neighbours of the same functions and dimension: a curve per method.
Sections figures_of(std::span<const Distribution> distributions, double last_budget) {
  Sections figures;
  std::string last_title;
  for (const Distribution& distribution : distributions) {
    std::string title = title_of(distribution.group.name, distribution.group.dimension);
    if (figures.empty() || title != last_title) {
      figures.emplace_back(Figure{title,
                                  {kBudgetLabel, FigureScale::logarithmic},
                                  {"fraction of targets reached", FigureScale::linear},
                                  {}});
      last_title = std::move(title);
    }
    std::get<Figure>(figures.back()).series.push_back(curve_of(distribution, last_budget));
  }
  return figures;
}

template <class SampleOf>
Sections distribution_sections(std::span<const DataSet> sets, double reach, SampleOf sample_of) {
  std::vector<double> budgets = budgets_per_dimension(sets, reach);
  if (budgets.size() == 1) budgets.push_back(2);  // an area needs a width
  ReportTable table = table_of_groups();
  table.columns.push_back({"n", "functions_count"});
  add_budgets(budgets, table);
  table.columns.push_back({"area", "area"});
  const std::vector<Distribution> distributions = distributions_of(sets, sample_of);
  for (const Distribution& distribution : distributions) {
    table.rows.push_back(row_of(distribution, budgets));
  }
  Sections sections = figures_of(distributions, budgets.back());
  sections.emplace(sections.begin(), std::move(table));
  return sections;
}

}  // namespace

Sections ecdf_sections(std::span<const DataSet> sets, const MeasureOptions& options) {
  Sections sections =
      distribution_sections(sets, options.restarts ? kRestartReach : 1,
                            [&](const DataSet& set) { return run_length_sample(set, options); });
  add_restart_note(
      options,
      "beyond the longest run only restarts contribute; budgets go on to 100 times its own",
      sections);
  return sections;
}

Sections data_profile_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  return distribution_sections(sets, 1, [](const DataSet& set) {
    return data_profile_sample(set.descents, kProfileTolerance, set.dimension);
  });
}

}  // namespace sweep
