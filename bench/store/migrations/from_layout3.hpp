#pragma once

#include "bench/store/database.hpp"
#include "bench/store/upgrade.hpp"

namespace sweep::detail {

/// Layout 3 to 4: cells refer to objectives, which are described, and to what computed them;
/// records have the loss without noise. Refuses a store whose cells were changed.
void from_layout3(Database& database, const StoreUpgrade& facts);

}  // namespace sweep::detail
