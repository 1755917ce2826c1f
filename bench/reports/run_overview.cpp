#include "bench/reports/run_overview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "bench/reports/section_text.hpp"

namespace sweep {
namespace {

/// The rows of one method, added up.
struct MethodTotal {
  std::string_view method;
  std::uint64_t objectives = 0;
  std::uint64_t cells = 0;
  std::uint64_t trials = 0;
  std::uint64_t failed = 0;
  std::uint64_t lowest_on = 0;
  double searcher_seconds = 0;
};

std::map<std::string_view, double> lowest_medians(std::span<const SummaryRow> rows) {
  std::map<std::string_view, double> lowest;
  for (const SummaryRow& row : rows) {
    double& loss = lowest.try_emplace(row.objective, row.best.value).first->second;
    loss = std::min(loss, row.best.value);
  }
  return lowest;
}

MethodTotal& total_of(std::vector<MethodTotal>& totals, std::string_view method) {
  const auto found = std::find_if(totals.begin(), totals.end(),
                                  [&](const MethodTotal& total) { return total.method == method; });
  if (found != totals.end()) return *found;
  return totals.emplace_back(MethodTotal{.method = method});
}

std::vector<MethodTotal> totals_of(std::span<const SummaryRow> rows) {
  const std::map<std::string_view, double> lowest = lowest_medians(rows);
  std::vector<MethodTotal> totals;
  for (const SummaryRow& row : rows) {
    MethodTotal& total = total_of(totals, row.method);
    ++total.objectives;
    total.cells += row.cells;
    total.trials += row.trials;
    total.failed += row.failed;
    total.lowest_on += row.best.value == lowest.at(row.objective) ? 1 : 0;
    total.searcher_seconds += row.searcher_seconds;
  }
  return totals;
}

}  // namespace

ReportTable overview_table(std::span<const SummaryRow> rows) {
  ReportTable table;
  table.text_columns = 1;
  for (const char* heading :
       {"method", "objectives", "cells", "trials", "failed", "lowest on", "searcher"}) {
    table.columns.push_back({heading, ""});
  }
  for (const MethodTotal& total : totals_of(rows)) {
    table.rows.push_back({shown(std::string(total.method)), shown(total.objectives),
                          shown(total.cells), shown(total.trials), shown(total.failed),
                          shown(total.lowest_on),
                          shown(fmt::format("{:.3g} s", total.searcher_seconds))});
  }
  return table;
}

std::string run_overview(std::span<const SummaryRow> rows, std::optional<std::size_t> width) {
  return to_text(overview_table(rows), width);
}

}  // namespace sweep
