#pragma once

#include <string>
#include <vector>

#include "bench/results/measures/data_set.hpp"

namespace sweep {

/// The cells of stores as measures know them.
struct ReportData {
  /// By suite, function, dimension and method; the runs of each by objective and seed.
  std::vector<DataSet> sets;
  std::vector<std::string> left_out;  // objectives without a known optimum
  /// Objectives with noisy losses of stores that hold improvements only.
  std::vector<std::string> noisy;
};

/// Reads stores and joins them. A cell that several of them have counts once. Throws SpecError for
/// what is no store, has no cells, or has a cell whose result is another in a store before it, and
/// if no objective is left; otherwise as StoredResults. Warns of runs that are not finished.
ReportData read_report_data(const std::vector<std::string>& paths);

}  // namespace sweep
