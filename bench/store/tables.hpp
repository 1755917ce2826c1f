#pragma once

#include "bench/results/objective_info.hpp"
#include "bench/results/provenance.hpp"
#include "bench/results/record.hpp"
#include "bench/store/column.hpp"
#include "bench/store/header.hpp"
#include "bench/store/seal.hpp"

namespace sweep::detail {

/// The tables of a store. A NaN is NULL, a seed the signed number of the same 64 bits.
const Table<StoreHeader>& experiment_table();
const Table<ObjectiveInfo>& objective_table();
const Table<Provenance>& provenance_table();
const Table<CellResult>& cell_table();
const Table<Record>& record_table();
const Table<Timing>& timing_table();
const Table<Seal>& seal_table();

/// The CREATE of all of them.
std::string tables_sql();

}  // namespace sweep::detail
