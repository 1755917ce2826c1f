#pragma once

#include <span>
#include <string_view>

#include "bench/reports/section.hpp"
#include "bench/results/measures/data_set.hpp"

namespace sweep {

/// How the measures are to be computed.
struct MeasureOptions {
  bool restarts = false;  // cells that did not reach a target are restarted, in simulation
};

/// A measure that `report` can show: what it says of at least one data set, those of one problem
/// together.
struct MeasureRow {
  std::string_view name;
  std::string_view meaning;
  std::string_view source;
  Sections (*sections)(std::span<const DataSet> sets, const MeasureOptions& options);
  bool needs_optimum = true;  // if not, it takes data sets of losses too, after all others
};

/// Every measure there is, the most asked for first.
std::span<const MeasureRow> measure_catalog();

/// Stands for all of them.
inline constexpr std::string_view kEveryMeasure = "all";

/// Throws SpecError for a name that there is not.
const MeasureRow& find_measure(std::string_view name);

}  // namespace sweep
