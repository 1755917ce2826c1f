#include "bench/reports/run_overview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "bench/reports/text_table.hpp"

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

std::string run_overview(std::span<const SummaryRow> rows) {
  TextTable table({"method", "objectives", "cells", "trials", "failed", "lowest on", "searcher"},
                  1);
  for (const MethodTotal& total : totals_of(rows)) {
    table.add({std::string(total.method), fmt::format("{}", total.objectives),
               fmt::format("{}", total.cells), fmt::format("{}", total.trials),
               fmt::format("{}", total.failed), fmt::format("{}", total.lowest_on),
               fmt::format("{:.3g} s", total.searcher_seconds)});
  }
  return table.to_text();
}

}  // namespace sweep
