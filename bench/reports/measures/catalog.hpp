#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "bench/reports/section.hpp"
#include "bench/results/measures/data_set.hpp"
#include "bench/results/target_choice.hpp"

namespace sweep {

/// How the measures are to be computed.
struct MeasureOptions {
  bool restarts = false;          // cells that did not reach a target are restarted, in simulation
  std::optional<Axis> axis = {};  // of all data sets; the one that default_axis() says if nothing
  TargetChoice targets = {};
  std::vector<double> costs = {0, 1e-3, 1e-2, 0.1, 1, 60};  // of an evaluation, in seconds, rising
};

/// A measure that `report` can show: what it says of at least one data set, those of one problem
/// together, those of losses after all others.
struct MeasureRow {
  std::string_view name;
  std::string_view meaning;
  std::string_view source;
  Sections (*sections)(std::span<const DataSet> sets, const MeasureOptions& options);
};

/// Every measure there is, the most asked for first.
std::span<const MeasureRow> measure_catalog();

/// Stands for all of them.
inline constexpr std::string_view kEveryMeasure = "all";

/// Throws SpecError for a name that there is not.
const MeasureRow& find_measure(std::string_view name);

}  // namespace sweep
