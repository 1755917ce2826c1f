#include "bench/reports/run_report.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "bench/reports/text_table.hpp"

namespace sweep {
namespace {

constexpr const char* kMissing = "-";

constexpr RunColumn kColumns[] = {
    {"method", "the searcher, with options"},
    {"objective", "what was minimised"},
    {"cells", "runs of the method on the objective, one per seed"},
    {"trials", "points evaluated, in all cells together"},
    {"failed", "trials without a loss"},
    {"best loss", "the lowest loss of a cell, as observed: median over the cells"},
    {"95% interval", "of that median, from order statistics; missing below 6 cells"},
    {"regret",
     "loss without noise of the best point, less the known optimum: median over the cells"},
    {"duplicates", "trials whose point was proposed before in the same cell"},
    {"suggest p50",
     "time to propose a point, and to learn from it: median; of block means if asked in blocks"},
    {"p99", "the same: exceeded by one suggestion in a hundred"},
    {"searcher", "time spent in the searcher, in all cells together"},
};

// Shown once a scheduler, several workers or costs make virtual time and steps worth a look.
constexpr RunColumn kClusterColumns[] = {
    {"time", "virtual time of a cell: median"},
    {"to target", "virtual time to the loss that most cells of every method reached: median"},
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

std::string virtual_text(double seconds) {
  return std::isfinite(seconds) ? fmt::format("{:.4g} s", seconds) : kMissing;
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

std::vector<std::string> table_entries(const SummaryRow& row) {
  return {row.method,
          row.objective,
          fmt::format("{}", row.cells),
          fmt::format("{}", row.trials),
          fmt::format("{}", row.failed),
          number_text(row.best.value),
          interval_text(row.best),
          row.regret ? number_text(row.regret->value) : kMissing,
          row.duplicates ? fmt::format("{}", *row.duplicates) : kMissing,
          time_text(row.suggest_p50_us),
          time_text(row.suggest_p99_us),
          time_text(row.searcher_seconds * 1e6)};
}

void append_cluster_entries(const ClusterSummary& cluster, std::vector<std::string>& entries) {
  entries.push_back(virtual_text(cluster.seconds));
  entries.push_back(virtual_text(cluster.target_seconds));
  entries.push_back(virtual_text(cluster.worker_seconds));
  entries.push_back(fmt::format("{:.1f} %", 100 * cluster.saved));
  entries.push_back(fmt::format("{}", cluster.stopped));
  entries.push_back(cluster.best_stopped ? fmt::format("{:.2g}", *cluster.best_stopped) : kMissing);
}

// Columns are for what every method has; a line for each that did not do what it is chosen for.
std::string fallback_notes(std::span<const SummaryRow> rows) {
  std::string notes;
  for (const SummaryRow& row : rows) {
    if (row.fallbacks == 0) continue;
    notes += fmt::format("\n{} on {}: {} of {} points drawn at random, without a usable model",
                         row.method, row.objective, row.fallbacks, row.trials);
  }
  return notes.empty() ? "" : notes + "\n";
}

}  // namespace

std::span<const RunColumn> run_columns() { return kColumns; }
std::span<const RunColumn> cluster_columns() { return kClusterColumns; }

std::string run_table(std::span<const SummaryRow> rows) {
  const bool has_cluster = !rows.empty() && rows.front().cluster;
  std::vector<std::string> header;
  for (const RunColumn& column : kColumns) header.emplace_back(column.name);
  if (has_cluster) {
    for (const RunColumn& column : kClusterColumns) header.emplace_back(column.name);
  }
  TextTable table(std::move(header), 2);
  for (const SummaryRow& row : rows) {
    std::vector<std::string> entries = table_entries(row);
    if (row.cluster) append_cluster_entries(*row.cluster, entries);
    table.add(std::move(entries));
  }
  return table.to_text() + fallback_notes(rows);
}

List run_rows(std::span<const SummaryRow> rows) {
  List list;
  for (const SummaryRow& row : rows) list.push_back(row_json(row));
  return list;
}

}  // namespace sweep
