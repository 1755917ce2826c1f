#pragma once

#include <span>
#include <string>
#include <vector>

#include "bench/reports/html/page.hpp"
#include "bench/reports/measure_report.hpp"
#include "bench/session/reported_cells.hpp"
#include "bench/terminal/exit_code.hpp"

namespace sweep {

/// What a report is asked for: its stores, its measures, and of a page the file and what it is made
/// with.
struct ReportTask {
  std::vector<std::string> stores;
  std::string file;
  std::vector<const MeasureRow*> measures;
  PageOptions options;
};

/// Prints what is odd about the cells, and that a price has nothing to count.
void print_report_warnings(const ReportTask& task, const ReportedCells& cells);

/// Writes the page once, to a new file.
ExitCode write_page(const ReportTask& task, std::span<const StoredResults> stores,
                    const CellSet& cells);

/// Writes the page again and again for as long as a run writes one of its stores; each page is
/// whole before it takes the place of the last.
ExitCode follow_page(const ReportTask& task);

}  // namespace sweep
