#include "bench/store/header.hpp"

#include <fmt/format.h>

#include <string_view>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "bench/store/difference.hpp"

namespace sweep::detail {
namespace {

constexpr std::int64_t kApplicationId = 0x53574250;  // "SWBP" in the file's header
constexpr std::int64_t kSchemaVersion = 3;           // kept as SQLite's user_version

// A seed is stored as the signed number of the same 64 bits, a NaN as NULL, and a point as a blob
// of little-endian doubles. record.state: 0 running, 1 completed, 2 stopped, 3 failed.
constexpr const char* kTables = R"sql(
CREATE TABLE experiment (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  text TEXT NOT NULL, hash TEXT NOT NULL, build_id TEXT NOT NULL, compiler TEXT NOT NULL,
  cpu TEXT NOT NULL, version TEXT NOT NULL, record_level TEXT NOT NULL
) STRICT;
CREATE TABLE cell (
  id INTEGER PRIMARY KEY,
  method TEXT NOT NULL, objective TEXT NOT NULL, seed INTEGER NOT NULL,
  trials INTEGER NOT NULL, failed INTEGER NOT NULL, duplicates INTEGER,
  fallbacks INTEGER NOT NULL,
  exhausted INTEGER NOT NULL, best_loss REAL, optimum REAL, digest TEXT NOT NULL,
  incumbent_loss REAL,
  seconds REAL NOT NULL, worker_seconds REAL NOT NULL, steps INTEGER NOT NULL,
  full_steps INTEGER NOT NULL, stopped INTEGER NOT NULL, best_stopped INTEGER NOT NULL,
  checksum TEXT NOT NULL,
  UNIQUE (method, objective, seed)
) STRICT;
CREATE TABLE record (
  cell INTEGER NOT NULL, position INTEGER NOT NULL,
  trial INTEGER NOT NULL, step INTEGER NOT NULL, loss REAL, state INTEGER NOT NULL,
  seconds REAL NOT NULL, point BLOB NOT NULL,
  PRIMARY KEY (cell, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE timing (
  cell INTEGER PRIMARY KEY,
  searcher_seconds REAL, cell_seconds REAL, suggest TEXT NOT NULL
) STRICT;
)sql";

bool is_blank(Database& database) {
  return database.number("SELECT count(*) FROM sqlite_schema") == 0 &&
         database.number("PRAGMA application_id") == 0;
}

void create(Database& database, const StoreHeader& header) {
  database.execute(kTables);
  database.execute(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", kApplicationId,
                               kSchemaVersion)
                       .c_str());
  database.prepare("INSERT INTO experiment VALUES (1, ?, ?, ?, ?, ?, ?, ?)")
      .bind(1, header.experiment_text)
      .bind(2, header.experiment_hash)
      .bind(3, header.build_id)
      .bind(4, header.compiler)
      .bind(5, header.cpu)
      .bind(6, header.version)
      .bind(7, to_text(header.record))
      .run();
}

void check_is_store(Database& database) {
  if (database.number("PRAGMA application_id") != kApplicationId) {
    database.refuse(is_blank(database) ? "this is not a store: it is empty"
                                       : "this is not a store");
  }
  const std::int64_t version = database.number("PRAGMA user_version");
  if (version == kSchemaVersion) return;
  database.refuse(fmt::format("this store has the layout {}, expected {}: it was written by {}",
                              version, kSchemaVersion,
                              version > kSchemaVersion ? "a newer version" : "another version"));
}

RecordLevel level_from(const Database& database, std::string_view name) {
  try {
    return record_level(name);
  } catch (const SpecError& error) {
    database.refuse(fmt::format("the store is damaged: {}", error.what()));
  }
}

void check_same(const Database& database, std::string_view what, std::string_view stored,
                std::string_view given) {
  if (stored == given) return;
  database.refuse(fmt::format(
      "this store belongs to another {} ({} in the store, {} asked for); choose another --out",
      what, excerpt(stored), excerpt(given)));
}

void check_same_experiment(const Database& database, const StoreHeader& stored,
                           const StoreHeader& given) {
  if (stored.experiment_hash == given.experiment_hash) return;
  database.refuse(fmt::format("this store belongs to another experiment ({}); choose another --out",
                              differences(stored.experiment_text, given.experiment_text)));
}

}  // namespace

void create_or_check(Database& database, const StoreHeader& header) {
  if (is_blank(database)) {
    create(database, header);
    return;
  }
  const StoreHeader stored = read_header(database);
  if (database.had_journal() && !database.is_sound()) database.refuse("the store is damaged");
  check_same_experiment(database, stored, header);
  check_same(database, "build", stored.build_id, header.build_id);
  check_same(database, "CPU", stored.cpu, header.cpu);
  check_same(database, "record level", to_text(stored.record), to_text(header.record));
}

StoreHeader read_header(Database& database) {
  check_is_store(database);
  Statement row = database.prepare(
      "SELECT text, hash, build_id, compiler, cpu, version, record_level FROM experiment");
  if (!row.step()) database.refuse("the store is damaged: it names no experiment");
  StoreHeader header;
  header.experiment_text = row.text(0);
  header.experiment_hash = row.text(1);
  header.build_id = row.text(2);
  header.compiler = row.text(3);
  header.cpu = row.text(4);
  header.version = row.text(5);
  header.record = level_from(database, row.text(6));
  return header;
}

}  // namespace sweep::detail
