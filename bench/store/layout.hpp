#pragma once

#include <cstdint>
#include <functional>

#include "bench/store/database.hpp"
#include "bench/store/upgrade.hpp"

namespace sweep::detail {

/// The layout that this version writes, kept as SQLite's user_version, and the oldest that it
/// upgrades.
inline constexpr std::int64_t kNewestLayout = 6;
inline constexpr std::int64_t kOldestLayout = 3;

/// The layout of a store; 0 for a file without content. Refuses with a SpecError what is no store,
/// and a layout that this version cannot read.
std::int64_t layout_of(Database& database);

/// What a store is opened with, in this order. Each may throw; then the file is as it was.
struct OpenHooks {
  std::function<void(Database&)> prepare;  // pragmas, outside the transaction
  std::function<void(Database&)> create;   // the tables of the newest layout, where there are none
  MakeUpgrade upgrade;                     // what older layouts lack; may be empty
  std::function<void(Database&)> check;    // of what is there, in the newest layout
};

/// Creates the store or brings it to the newest layout, in one transaction with its number.
void open_layout(Database& database, const OpenHooks& hooks);

}  // namespace sweep::detail
