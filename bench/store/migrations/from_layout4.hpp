#pragma once

#include "bench/store/database.hpp"
#include "bench/store/upgrade.hpp"

namespace sweep::detail {

/// Refuses a store of layout 4 whose cells or objectives were changed.
void check_layout4(Database& database);

/// Layout 4 to 5: cells know a digest of their records, each row of the experiment and of what
/// computed it has a checksum, and a seal stands for all of them.
void from_layout4(Database& database, const StoreUpgrade& facts);

}  // namespace sweep::detail
