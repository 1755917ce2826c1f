#pragma once

#include <span>

#include "bench/reports/measures/catalog.hpp"
#include "bench/reports/section.hpp"
#include "bench/results/keyed_cells.hpp"

namespace sweep {

/// What the verb `report` answers with: what some measures say of cells, then what was left out and
/// why, and which builds of a method were kept apart. Throws SpecError if nothing can be said.
Sections measure_report(std::span<const MeasureRow* const> measures, const MeasureOptions& options,
                        const CellSet& cells);

/// The key of its measures in JSON.
inline constexpr const char* kMeasuresKey = "measures";

}  // namespace sweep
