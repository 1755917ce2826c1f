#include <algorithm>
#include <string>

#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/measures/samples.hpp"
#include "bench/results/measures/attainment.hpp"
#include "bench/results/measures/ecdf.hpp"

namespace sweep {
namespace {

// All methods on a problem are looked at between the same budgets. Attainment is of the cells as
// they are, without restarts.
void add_problem(Problem problem, const MeasureOptions& options, ReportTable& table) {
  const double first = first_place(problem);
  const double longest = std::max(2 * first, largest_budget(problem));
  const double last = options.restarts ? kRestartReach * longest : longest;
  AttainmentBox box;
  box.last = longest;
  for (const DataSet& set : problem) {
    const std::vector<double> sample = run_length_sample(set, options);
    const double unit = set.unit();
    std::vector<Shown> row = row_of(set);
    row.push_back(shown(last));
    row.push_back(shown(area_under_ecdf(sample, first / unit, last / unit)));
    row.push_back(shown(linear_area_under_ecdf(sample, first / unit, last / unit)));
    // Its precisions are COCO's, like those of its targets.
    const bool has_volume = set.targets.kind != TargetKind::fractions;
    row.push_back(has_volume ? shown(attainment_volume(set.descents, box)) : shown_missing());
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

Sections auc_sections(std::span<const DataSet> sets, const MeasureOptions& options) {
  ReportTable table = table_of_sets();
  const Axis axis = sets.front().axis;
  table.columns.push_back({std::string(unit_name(axis)), std::string(to_text(axis))});
  table.columns.push_back({"area", "area"});
  table.columns.push_back({"linear", "linear_area"});
  table.columns.push_back({"volume", "attainment_volume"});
  for (const Problem problem : problems_of(sets)) add_problem(problem, options, table);
  Sections sections = {std::move(table)};
  add_restart_note(options,
                   "areas go on to 100 times the longest run's budget, where only restarts "
                   "contribute; volume, without restarts, ends at it",
                   sections);
  return sections;
}

}  // namespace sweep
