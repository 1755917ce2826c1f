#include "bench/reports/run_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "algorithms/text/wrap.hpp"
#include "bench/reports/run_overview.hpp"
#include "bench/reports/run_report.hpp"

namespace sweep {

std::string rows_text(std::span<const SummaryRow> rows, const RowsShown& shown) {
  if (shown.all || rows.size() <= kMostTableRows) return run_table(rows, shown.width);
  const std::string report = shown.store.empty() ? "With --out FILE, `report FILE`"
                                                 : fmt::format("`report {}`", shown.store);
  const std::string note = fmt::format(
      "{} rows, one for each method and objective, are too many to read: --all-rows and "
      "--json print them.\n{} compares the methods; \"lowest on\" counts objectives on "
      "which no other method\nhas a lower median best loss.\n",
      rows.size(), report);
  const std::string fitted = shown.width ? wrapped(note, *shown.width) : note;
  return run_overview(rows, shown.width) + "\n" + fitted;
}

List rows_json(std::vector<SummaryRow> rows, std::span<const BrokenCells> broken) {
  for (const BrokenCells& one : broken) {
    const bool is_there = std::any_of(rows.begin(), rows.end(), [&](const SummaryRow& row) {
      return row.method == one.method && row.objective == one.objective;
    });
    if (is_there) continue;
    SummaryRow& row = rows.emplace_back();
    row.method = one.method;
    row.objective = one.objective;
    row.best.value = std::numeric_limits<double>::quiet_NaN();
  }
  List list = run_rows(rows);
  add_broken(list, broken);
  return list;
}

}  // namespace sweep
