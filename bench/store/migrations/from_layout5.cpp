#include "bench/store/migrations/from_layout5.hpp"

#include "bench/store/migrations/layout6.hpp"

namespace sweep::detail {

void from_layout5(Database& database, const StoreUpgrade&) {
  database.execute("ALTER TABLE record RENAME TO old_record");
  database.execute(kNewInLayout6);
  database.execute(
      "INSERT INTO record SELECT cell, position, point, trial, step, loss, state, seconds, exact, 0 "
      "FROM old_record; DROP TABLE old_record");
}

}  // namespace sweep::detail
