#pragma once

#include <optional>
#include <span>
#include <vector>

#include "bench/reports/section.hpp"
#include "bench/results/measures/data_set.hpp"
#include "bench/results/measures/rank_verdict.hpp"
#include "bench/results/trial_sheet.hpp"
#include "bench/results/views/compared_cells.hpp"

namespace sweep {

// What a page shows beside the measures that were asked for, one file each.

/// The verdict in a sentence, and mean ranks with what tells them apart.
Sections overview_sections(const RankedMethods& ranked, std::size_t cells);
/// How losses came down, over each axis.
Sections convergence_sections(const CellsSideBySide& comparison);
/// What the optimisers' own time changes; data sets along an axis that counts.
Sections equal_time_view(std::span<const DataSet> sets);
/// How long suggestions took.
Sections suggestion_time_sections(const CellSet& cells);
/// Every trial: parameters and losses.
Sections trial_sections(std::span<const TrialSheet> tables);
/// How the lowest observed loss fell over trials.
Sections best_so_far_sections(std::span<const TrialSheet> sheets);
/// Trials that repeat a point.
Sections repeats_sections(const CellSet& cells);
/// Which parameters matter.
Sections importance_sections(std::span<const TrialSheet> tables);
/// Courses of trials, and where they were stopped.
Sections learning_curve_sections(std::span<const TrialSheet> tables);
/// What stopping saved, in steps, hours and money; nothing if no trial was stopped.
Sections savings_sections(const CellSet& cells, const std::optional<double>& price_per_hour);

}  // namespace sweep
