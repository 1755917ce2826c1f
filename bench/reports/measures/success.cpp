#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/results/measures/expected_runtime.hpp"

namespace sweep {

Sections success_sections(std::span<const DataSet> sets, const MeasureOptions&) {
  ReportTable table = table_of_sets();
  table.columns.insert(table.columns.end(), {{"runs", "runs"},
                                             {"target", "target"},
                                             {"success rate", "success_rate"},
                                             {"average", "average_evaluations"},
                                             {"ERT", "ert"},
                                             {"ERT, largest budget", "ert_largest_budget"},
                                             {"SP1", "sp1"},
                                             {"PAR-10", "par10"}});
  for (const DataSet& set : sets) {
    const std::vector<RunLength> lengths =
        run_lengths(set.descents, set.targets.last, set.targets.end);
    std::vector<Shown> row = row_of(set);
    row.push_back(shown_runs(set));
    row.push_back(shown(set.targets.last));
    row.push_back(shown(success_rate(lengths)));
    row.push_back(shown(average_evaluations(lengths)));
    row.push_back(shown(expected_runtime(lengths)));
    row.push_back(shown(expected_runtime(lengths, Charge::largest_budget)));
    row.push_back(shown(success_performance(lengths)));
    row.push_back(shown(penalised_average_runtime(lengths)));
    table.rows.push_back(std::move(row));
  }
  return {std::move(table)};
}

}  // namespace sweep
