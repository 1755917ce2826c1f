#include "bench/store/layout.hpp"

#include <fmt/format.h>

#include "bench/store/header.hpp"
#include "bench/store/migrations/from_layout3.hpp"
#include "bench/store/migrations/from_layout4.hpp"
#include "bench/store/migrations/from_layout5.hpp"
#include "bench/store/rows.hpp"
#include "bench/store/seal.hpp"

namespace sweep::detail {
namespace {

constexpr std::int64_t kApplicationId = 0x53574250;  // "SWBP" in the file's header

/// Brings a store from a layout to the next one. Once released it is never edited again: what it
/// writes is its own, not what the tables have become since. Checksums of layouts before 5 are made
/// anew afterwards; later ones stay as they are, so that they tell of damage.
struct Migration {
  std::int64_t from;
  void (*apply)(Database&, const StoreUpgrade&);
};

constexpr Migration kMigrations[] = {{3, from_layout3}, {4, from_layout4}, {5, from_layout5}};

bool is_blank(Database& database) {
  return database.number("SELECT count(*) FROM sqlite_schema") == 0 &&
         database.number("PRAGMA application_id") == 0;
}

void upgrade(Database& database, std::int64_t layout, const MakeUpgrade& make) {
  if (layout == kNewestLayout) return;
  if (layout == 4) check_layout4(database);  // those of layout 3 are checked as they are moved
  const StoreUpgrade facts =
      make ? make(database.text("SELECT text FROM experiment")) : StoreUpgrade{};
  for (const Migration& migration : kMigrations) {
    if (migration.from >= layout) migration.apply(database, facts);
  }
  if (layout >= 5) return;
  seal_header(database);
  seal_cells(database);
  renew_seal(database);
}

}  // namespace

std::int64_t layout_of(Database& database) {
  if (database.number("PRAGMA application_id") != kApplicationId) {
    if (is_blank(database)) return 0;
    database.refuse("this is not a store");
  }
  const std::int64_t layout = database.number("PRAGMA user_version");
  if (kOldestLayout <= layout && layout <= kNewestLayout) return layout;
  database.refuse(fmt::format(
      "this store has the layout {}, expected {} to {}: it was written by "
      "{} version",
      layout, kOldestLayout, kNewestLayout, layout > kNewestLayout ? "a newer" : "an older"));
}

void open_layout(Database& database, const OpenHooks& hooks) {
  hooks.prepare(database);
  database.execute("BEGIN EXCLUSIVE");  // where something throws, closing rolls it back
  const std::int64_t layout = layout_of(database);
  if (layout == 0) {
    hooks.create(database);
  } else {
    upgrade(database, layout, hooks.upgrade);
  }
  if (layout != kNewestLayout) {
    database.execute(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", kApplicationId,
                                 kNewestLayout)
                         .c_str());
  }
  hooks.check(database);
  database.execute("COMMIT");
}

}  // namespace sweep::detail
