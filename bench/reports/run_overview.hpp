#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "bench/reports/section.hpp"
#include "bench/results/summary.hpp"

namespace sweep {

/// The number of rows above which nobody reads the table of `run` on a terminal.
inline constexpr std::size_t kMostTableRows = 60;

/// What `run` prints in place of run_table() when it is too long: one row per method. Losses on
/// different objectives do not compare, so it counts: `lowest on` is the number of objectives on
/// which no other method has a lower median best loss (ties count for each).
ReportTable overview_table(std::span<const SummaryRow> rows);

/// The text of overview_table(), in lines of at most `width` columns if that is said.
std::string run_overview(std::span<const SummaryRow> rows, std::optional<std::size_t> width = {});

}  // namespace sweep
