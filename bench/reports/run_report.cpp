#include "bench/reports/run_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "bench/reports/section_text.hpp"
#include "bench/results/duplicates.hpp"

namespace sweep {
namespace {

constexpr const char* kMissing = "-";

constexpr RunColumn kColumns[] = {
    {"method", "the searcher, with options"},
    {"objective", "what was minimised"},
    {"cells", "how often the method ran on the objective: once per seed"},
    {"trials", "points evaluated, in all cells together"},
    {"failed", "trials without a loss"},
    {"best loss", "the lowest loss of a cell, as observed: median over the cells"},
    {"95% interval", "of that median, from order statistics; missing below 6 cells"},
    {"regret",
     "loss without noise of the best point, less the known optimum: median over the cells"},
    {"duplicates",
     "trials whose point was proposed before in the same cell; missing beyond 2^20 different ones"},
    {"suggest p50",
     "time to propose a point, and to learn from it: median; of block means if asked in blocks"},
    {"p99", "the same: exceeded by one suggestion in a hundred"},
    {"searcher", "time spent in the searcher, in all cells together"},
};

// Shown once a scheduler, several workers or costs make virtual time and steps worth a look.
constexpr RunColumn kClusterColumns[] = {
    {"time", "virtual time of a cell: median"},
    {"target", "the loss that most cells of every method reached on the objective"},
    {"to target", "virtual time to that loss: median"},
    {"worker time", "virtual time that workers were busy, in all cells together"},
    {"saved", "steps spared, of those that the same trials would have taken without a scheduler"},
    {"stopped", "trials that the scheduler stopped, in all cells together"},
    {"top 3 stopped", "of the three best trials of a cell, had all run to their ends: mean"},
};

std::string number_text(std::optional<double> x) {
  return x ? fmt::format("{:.6g}", *x) : kMissing;
}

std::string interval_text(const Estimate& estimate) {
  if (!estimate.lo) return kMissing;
  return fmt::format("[{:.6g}, {:.6g}]", *estimate.lo, *estimate.hi);
}

// Microseconds up to 1000, then milliseconds, then seconds.
std::string time_text(std::optional<double> microseconds) {
  if (!microseconds) return kMissing;
  if (*microseconds < 1e3) return fmt::format("{:.3g} us", *microseconds);
  if (*microseconds < 1e6) return fmt::format("{:.3g} ms", *microseconds / 1e3);
  return fmt::format("{:.3g} s", *microseconds / 1e6);
}

// Seconds up to two hours, then hours, from two days on days.
std::string virtual_text(double seconds) {
  constexpr double kHour = 3600;
  constexpr double kDay = 24 * kHour;
  if (!std::isfinite(seconds)) return kMissing;
  if (seconds <= 2 * kHour) return fmt::format("{:.4g} s", seconds);
  if (seconds < 2 * kDay) return fmt::format("{:.3g} h", seconds / kHour);
  return fmt::format("{:.4g} d", seconds / kDay);
}

template <class T>
Value or_null(const std::optional<T>& x) {
  return x ? Value(*x) : Value();
}

Value count_json(std::uint64_t count) { return static_cast<std::int64_t>(count); }

Value estimate_json(const std::optional<Estimate>& estimate) {
  if (!estimate) return {};
  return Map{
      {"median", estimate->value}, {"lo", or_null(estimate->lo)}, {"hi", or_null(estimate->hi)}};
}

Value cluster_json(const std::optional<ClusterSummary>& cluster) {
  if (!cluster) return {};
  return Map{{"seconds", cluster->seconds},
             {"target", cluster->target},
             {"target_seconds", cluster->target_seconds},
             {"worker_seconds", cluster->worker_seconds},
             {"saved", cluster->saved},
             {"stopped", count_json(cluster->stopped)},
             {"top_3_stopped", or_null(cluster->best_stopped)}};
}

Value row_json(const SummaryRow& row) {
  const Map suggest{{"p50", or_null(row.suggest_p50_us)}, {"p99", or_null(row.suggest_p99_us)}};
  return Map{{"method", row.method},
             {"objective", row.objective},
             {"cells", count_json(row.cells)},
             {"trials", count_json(row.trials)},
             {"failed", count_json(row.failed)},
             {"exhausted", count_json(row.exhausted)},
             {"best", estimate_json(row.best)},
             {"regret", estimate_json(row.regret)},
             {"duplicates", row.duplicates ? count_json(*row.duplicates) : Value()},
             {"fallbacks", count_json(row.fallbacks)},
             {"suggest_us", suggest},
             {"searcher_seconds", row.searcher_seconds},
             {"cluster", cluster_json(row.cluster)}};
}

std::vector<Shown> table_entries(const SummaryRow& row) {
  return {shown(row.method),
          shown(row.objective),
          shown(row.cells),
          shown(row.trials),
          shown(row.failed),
          shown(number_text(row.best.value)),
          shown(interval_text(row.best)),
          row.regret ? shown(number_text(row.regret->value)) : shown_missing(),
          row.duplicates ? shown(*row.duplicates) : shown_missing(),
          shown(time_text(row.suggest_p50_us)),
          shown(time_text(row.suggest_p99_us)),
          shown(time_text(row.searcher_seconds * 1e6))};
}

void append_cluster_entries(const ClusterSummary& cluster, std::vector<Shown>& entries) {
  entries.push_back(shown(virtual_text(cluster.seconds)));
  entries.push_back(std::isfinite(cluster.target) ? shown(number_text(cluster.target))
                                                  : shown_missing());
  entries.push_back(shown(virtual_text(cluster.target_seconds)));
  entries.push_back(shown(virtual_text(cluster.worker_seconds)));
  entries.push_back(shown(fmt::format("{:.1f} %", 100 * cluster.saved)));
  entries.push_back(shown(cluster.stopped));
  entries.push_back(cluster.best_stopped ? shown(fmt::format("{:.2g}", *cluster.best_stopped))
                                         : shown_missing());
}

// Columns are for what every method has; a line for each that did not do what it is chosen for.
Note fallback_note(std::span<const SummaryRow> rows) {
  std::vector<std::string> lines;
  for (const SummaryRow& row : rows) {
    if (row.fallbacks == 0) continue;
    lines.push_back(fmt::format("{} on {}: {} of {} points drawn at random, without a usable model",
                                row.method, row.objective, row.fallbacks, row.trials));
  }
  return {fmt::format("{}", fmt::join(lines, "\n")), "", {}};
}

// A count that is missing has its reason.
Note duplicates_note(std::span<const SummaryRow> rows) {
  std::vector<std::string> lines;
  for (const SummaryRow& row : rows) {
    if (row.duplicates || row.trials <= DuplicateCounter::kMostDifferent) continue;
    lines.push_back(
        fmt::format("{} on {}: duplicates not counted, a cell has more than {} different points",
                    row.method, row.objective, DuplicateCounter::kMostDifferent));
  }
  return {fmt::format("{}", fmt::join(lines, "\n")), "", {}};
}

// Few cells may well agree.
bool barely_differs(const Variety& variety) {
  constexpr std::uint64_t kCellsToOne = 10;
  return variety.distinct * kCellsToOne <= variety.cells;
}

// A line for each objective that cannot tell its methods apart.
Note variety_note(std::span<const SummaryRow> rows) {
  std::vector<std::string> lines;
  std::set<std::string_view> seen;
  for (const SummaryRow& row : rows) {
    const Variety& variety = row.variety;
    if (variety.cells == 0 || !barely_differs(variety)) continue;
    if (!seen.insert(row.objective).second) continue;
    lines.push_back(fmt::format(
        "{}: {} cells end with {} distinct best loss{}, which cannot tell methods apart",
        row.objective, variety.cells, variety.distinct, variety.distinct == 1 ? "" : "es"));
  }
  return {fmt::format("{}", fmt::join(lines, "\n")), "", {}};
}

void add_columns(std::span<const RunColumn> columns, ReportTable& table) {
  for (const RunColumn& column : columns) table.columns.push_back({std::string(column.name), ""});
}

}  // namespace

std::span<const RunColumn> run_columns() { return kColumns; }
std::span<const RunColumn> cluster_columns() { return kClusterColumns; }

Sections run_sections(std::span<const SummaryRow> rows) {
  ReportTable table;
  table.text_columns = 2;
  add_columns(kColumns, table);
  if (!rows.empty() && rows.front().cluster) add_columns(kClusterColumns, table);
  for (const SummaryRow& row : rows) {
    std::vector<Shown> entries = table_entries(row);
    if (row.cluster) append_cluster_entries(*row.cluster, entries);
    table.rows.push_back(std::move(entries));
  }
  return {std::move(table), fallback_note(rows), duplicates_note(rows), variety_note(rows)};
}

std::string run_table(std::span<const SummaryRow> rows, std::optional<std::size_t> width) {
  return to_text(run_sections(rows), width);
}

List run_rows(std::span<const SummaryRow> rows) {
  List list;
  for (const SummaryRow& row : rows) list.push_back(row_json(row));
  return list;
}

}  // namespace sweep
