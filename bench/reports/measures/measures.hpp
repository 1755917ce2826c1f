#pragma once

#include <span>

#include "bench/reports/measures/catalog.hpp"
#include "bench/results/measures/rank_verdict.hpp"

namespace sweep {

// What the measures of the catalogue say, one file each.
Sections ert_sections(std::span<const DataSet> sets, const MeasureOptions& options);
Sections ecdf_sections(std::span<const DataSet> sets, const MeasureOptions& options);
Sections auc_sections(std::span<const DataSet> sets, const MeasureOptions& options);
Sections aocc_sections(std::span<const DataSet> sets, const MeasureOptions& options);
Sections success_sections(std::span<const DataSet> sets, const MeasureOptions& options);
Sections data_profile_sections(std::span<const DataSet> sets, const MeasureOptions& options);
Sections profile_sections(std::span<const DataSet> sets, const MeasureOptions& options);
Sections fixed_budget_sections(std::span<const DataSet> sets, const MeasureOptions& options);
Sections loss_ratio_sections(std::span<const DataSet> sets, const MeasureOptions& options);
Sections ranking_sections(std::span<const DataSet> sets, const MeasureOptions& options);
/// What it says of methods that are ranked already.
Sections ranking_sections(const RankedMethods& ranked);
Sections significance_sections(std::span<const DataSet> sets, const MeasureOptions& options);
Sections equal_time_sections(std::span<const DataSet> sets, const MeasureOptions& options);

}  // namespace sweep
