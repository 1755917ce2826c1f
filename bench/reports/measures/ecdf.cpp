#include "bench/results/measures/ecdf.hpp"

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/samples.hpp"
#include "bench/reports/measures/tables.hpp"
#include "bench/results/measures/data_profile.hpp"

namespace sweep {
namespace {

// Of what the first evaluation was above the optimum; Moré and Wild show 1e-1, 1e-3 and 1e-5.
constexpr double kProfileTolerance = 1e-3;

// Every function counts the same, however many runs it has.
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

void add_budgets(std::span<const double> budgets, Table& table) {
  for (const double budget : budgets) {
    table.columns.push_back({heading_of(budget), "budgets", true});
  }
}

// How runs got to the targets of one list, for each group of functions.
template <class SampleOf>
void add_rows(std::span<const DataSet> sets, std::span<const double> budgets, SampleOf sample_of,
              Table& table) {
  for (const SetGroup& group : groups_of(sets)) {
    std::vector<Ecdf> functions;
    for (const DataSet* set : group.sets) functions.emplace_back(sample_of(*set));
    std::vector<Shown> row = row_of(group);
    row.push_back(shown(functions.size()));
    for (const double budget : budgets) {
      row.push_back(shown_at("budget", budget, "fraction", mean_fraction(functions, budget)));
    }
    row.push_back(shown(mean_area(functions, budgets.back())));
    table.rows.push_back(std::move(row));
  }
}

template <class SampleOf>
Table distribution_table(std::span<const DataSet> sets, SampleOf sample_of) {
  std::vector<double> budgets = budgets_per_dimension(sets);
  if (budgets.size() == 1) budgets.push_back(2);  // an area needs a width
  Table table = table_of_groups();
  table.columns.push_back({"n", "functions_count"});
  add_budgets(budgets, table);
  table.columns.push_back({"area", "area"});
  add_rows(sets, budgets, sample_of, table);
  return table;
}

}  // namespace

Table ecdf_table(std::span<const DataSet> sets, const MeasureOptions& options) {
  return distribution_table(sets,
                            [&](const DataSet& set) { return run_length_sample(set, options); });
}

Table data_profile_table(std::span<const DataSet> sets, const MeasureOptions&) {
  return distribution_table(sets, [](const DataSet& set) {
    return data_profile_sample(set.descents, kProfileTolerance, set.dimension);
  });
}

}  // namespace sweep
