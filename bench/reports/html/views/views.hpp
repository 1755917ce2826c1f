#pragma once

#include <span>
#include <string>

#include "bench/reports/section.hpp"
#include "bench/results/measures/data_set.hpp"
#include "bench/results/trial_sheet.hpp"
#include "bench/results/views/compared_cells.hpp"
#include "bench/results/views/method_ranks.hpp"

namespace sweep {

// What a page shows beside the measures that were asked for, one file each.

/// The verdict in a sentence, and mean ranks.
Sections overview_sections(const CellsSideBySide& comparison, std::size_t cells);
/// A critical-difference diagram; nothing with fewer than two problems or methods.
Sections critical_difference_sections(std::span<const DataSet> sets);
/// How losses came down, over each axis.
Sections convergence_sections(const CellsSideBySide& comparison);
/// What the optimisers' own time changes.
Sections equal_time_sections(const CellsSideBySide& comparison);
/// How long suggestions took.
Sections suggestion_time_sections(const CellSet& cells);
/// Every trial: parameters and losses; what matters among them; courses and what stopping saved.
Sections trial_sections(std::span<const TrialSheet> tables);

/// "tpe has the best mean rank, 1.2 of 3 [1.0, 1.5] over 24 problems ...": the best method, and
/// which of the others it surely beats.
std::string verdict_sentence(const std::vector<std::string>& methods, const MethodRanks& ranks);
/// A row for each method: mean rank with its interval.
Figure rank_figure(const std::vector<std::string>& methods, const MethodRanks& ranks);
/// "24 problems", "72 matched cells": what ranks are over.
std::string blocks_text(const MethodRanks& ranks);

}  // namespace sweep
