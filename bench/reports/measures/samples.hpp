#pragma once

#include <vector>

#include "algorithms/space/stream.hpp"
#include "bench/reports/measures/catalog.hpp"
#include "bench/results/measures/data_set.hpp"
#include "bench/results/measures/virtual_best.hpp"

namespace sweep {

/// Run lengths that are simulated for a data set and a target: so many, as in cocopp, or the next
/// multiple of its cells.
inline constexpr std::size_t kLeastSimulated = 1000;

/// The longest budget times this is where distributions end with restarts: beyond the budget they
/// alone contribute.
inline constexpr double kRestartReach = 100;

/// Says so to readers; without restarts, nothing.
void add_restart_note(const MeasureOptions& options, const char* text, Sections& sections);

/// The stream of a data set's simulated restarts. Keyed by names, so that another data set changes
/// no number; not by the build, so that equal cells of two builds have equal numbers.
Stream restart_stream(const DataSet& set);

/// The sample of the run length ECDF of a data set over its targets, by unit.
std::vector<double> run_length_sample(const DataSet& set, const MeasureOptions& options);

/// ERT to each of its targets.
std::vector<double> erts(const DataSet& set);

/// The same of COCO's virtual best on the function of a data set: its ERTs by dimension. Empty
/// unless it is one of bbob as it is, along evaluations, with targets that have such ERTs.
std::vector<double> virtual_best_sample(const DataSet& set, Archive archive);

}  // namespace sweep
