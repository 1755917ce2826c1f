#pragma once

#include <span>

#include "bench/reports/measures/catalog.hpp"

namespace sweep {

// The tables of the catalogue, one file each.
MeasureTable ert_table(std::span<const DataSet> sets, const MeasureOptions& options);
MeasureTable ecdf_table(std::span<const DataSet> sets, const MeasureOptions& options);
MeasureTable auc_table(std::span<const DataSet> sets, const MeasureOptions& options);
MeasureTable aocc_table(std::span<const DataSet> sets, const MeasureOptions& options);
MeasureTable success_table(std::span<const DataSet> sets, const MeasureOptions& options);
MeasureTable data_profile_table(std::span<const DataSet> sets, const MeasureOptions& options);
MeasureTable profile_table(std::span<const DataSet> sets, const MeasureOptions& options);
MeasureTable fixed_budget_table(std::span<const DataSet> sets, const MeasureOptions& options);
MeasureTable loss_ratio_table(std::span<const DataSet> sets, const MeasureOptions& options);
MeasureTable significance_table(std::span<const DataSet> sets, const MeasureOptions& options);

}  // namespace sweep
