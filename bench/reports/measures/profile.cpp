#include <map>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/measures/samples.hpp"
#include "bench/results/measures/ecdf.hpp"
#include "bench/results/measures/performance_ratios.hpp"

namespace sweep {
namespace {

constexpr double kFactors[] = {1, 1.5, 2, 5, 10, 100, 1000};

using Ratios = std::map<const DataSet*, std::vector<double>>;

// The ratios by data set, to each of its targets. Who has no data on a problem is not compared
// there.
Ratios ratios_of(std::span<const DataSet> sets) {
  Ratios ratios;
  for (const Problem problem : problems_of(sets)) {
    std::vector<std::vector<double>> costs;
    for (const DataSet& set : problem) costs.push_back(erts(set));
    costs = performance_ratios(costs);
    for (std::size_t i = 0; i < problem.size(); ++i) ratios[&problem[i]] = std::move(costs[i]);
  }
  return ratios;
}

}  // namespace

Sections profile_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  const Ratios ratios = ratios_of(sets);
  ReportTable table = table_of_groups();
  for (const double factor : kFactors) {
    table.columns.push_back({heading_of(factor), "factors", true});
  }
  for (const SetGroup& group : groups_of(sets)) {
    std::vector<double> pool;
    for (const DataSet* set : group.sets) {
      pool.insert(pool.end(), ratios.at(set).begin(), ratios.at(set).end());
    }
    const Ecdf profile(std::move(pool));
    std::vector<Shown> row = row_of(group);
    for (const double factor : kFactors) {
      row.push_back(shown_at("factor", factor, "fraction", profile.at(factor)));
    }
    table.rows.push_back(std::move(row));
  }
  return {std::move(table)};
}

}  // namespace sweep
