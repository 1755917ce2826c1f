#pragma once

#include <span>

#include "bench/reports/measures/catalog.hpp"

namespace sweep {

// The tables of the catalogue, one file each.
Table ert_table(std::span<const DataSet> sets, const MeasureOptions& options);
Table ecdf_table(std::span<const DataSet> sets, const MeasureOptions& options);
Table auc_table(std::span<const DataSet> sets, const MeasureOptions& options);
Table aocc_table(std::span<const DataSet> sets, const MeasureOptions& options);
Table success_table(std::span<const DataSet> sets, const MeasureOptions& options);
Table data_profile_table(std::span<const DataSet> sets, const MeasureOptions& options);
Table profile_table(std::span<const DataSet> sets, const MeasureOptions& options);
Table fixed_budget_table(std::span<const DataSet> sets, const MeasureOptions& options);
Table loss_ratio_table(std::span<const DataSet> sets, const MeasureOptions& options);
Table significance_table(std::span<const DataSet> sets, const MeasureOptions& options);

}  // namespace sweep
