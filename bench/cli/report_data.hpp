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
};

/// Reads stores and joins them. A cell that several of them have counts once. Throws SpecError for
/// what is no store, has no cells, or has a cell whose result is another in a store before it, and
/// if no objective is left; StoreError as StoreReader.
ReportData read_report_data(const std::vector<std::string>& paths);

}  // namespace sweep
