#pragma once

#include "bench/store/database.hpp"
#include "bench/store/upgrade.hpp"

namespace sweep::detail {

/// Layout 5 to 6: records know the steps that all trials had done, which those of layout 5 do not.
void from_layout5(Database& database, const StoreUpgrade& facts);

}  // namespace sweep::detail
