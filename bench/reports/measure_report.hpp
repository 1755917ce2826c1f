#pragma once

#include <span>
#include <string>

#include "algorithms/text/value.hpp"
#include "bench/reports/measures/catalog.hpp"

namespace sweep {

/// What the verb `report` answers with: the tables of some measures.
struct MeasureReport {
  std::vector<const MeasureRow*> measures;
  MeasureOptions options;
  std::vector<std::string> left_out;  // objectives without a known optimum
  std::vector<std::string> noisy;     // objectives left out for want of all their trials
};

/// For the terminal.
std::string to_text(const MeasureReport& report, std::span<const DataSet> sets);
std::string to_markdown(const MeasureReport& report, std::span<const DataSet> sets);
Map to_map(const MeasureReport& report, std::span<const DataSet> sets);

}  // namespace sweep
