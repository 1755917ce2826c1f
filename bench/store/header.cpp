#include "bench/store/header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "bench/store/difference.hpp"
#include "bench/store/seal.hpp"
#include "bench/store/tables.hpp"

namespace sweep::detail {
namespace {

void check_same(const Database& database, std::string_view what, std::string_view stored,
                std::string_view given, std::string_view way_out = "choose another --out") {
  if (stored == given) return;
  database.refuse(
      fmt::format("this store belongs to another {} ({} in the store, {} asked for); {}", what,
                  excerpt(stored), excerpt(given), way_out));
}

void check_same_experiment(const Database& database, const StoreHeader& stored,
                           const StoreHeader& given) {
  if (stored.experiment_hash == given.experiment_hash) return;
  database.refuse(fmt::format("this store belongs to another experiment ({}); choose another --out",
                              differences(stored.experiment_text, given.experiment_text)));
}

// Adds a row whose own columns are its id and its checksum.
template <class Row>
void add_row(Database& database, const Table<Row>& table, std::int64_t id, const Row& row) {
  Statement insert = database.prepare(insert_sql(table).c_str());
  insert.bind(1, id).bind(2, checksum_of(table, row, ""));
  bind_row(insert, table, row);
  insert.run();
}

// Rows of such a table by id. Refuses one whose checksum is not its own.
template <class Row>
std::vector<Row> read_rows(Database& database, const Table<Row>& table,
                           std::string_view condition = "true") {
  const std::string sql = fmt::format("SELECT checksum, {} FROM {} WHERE {} ORDER BY id",
                                      columns_sql(table), table.name, condition);
  Statement row = database.prepare(sql.c_str());
  std::vector<Row> rows;
  while (row.step()) {
    Row& read = rows.emplace_back();
    read_row(row, 1, table, read);
    if (row.text(0) == checksum_of(table, read, "")) continue;
    row.refuse_damage(fmt::format("row {} of {} was changed", rows.size(), table.name));
  }
  return rows;
}

template <class Row>
void seal_rows(Database& database, const Table<Row>& table) {
  const std::string sql = fmt::format("SELECT id, {} FROM {}", columns_sql(table), table.name);
  const std::string update = fmt::format("UPDATE {} SET checksum = ? WHERE id = ?", table.name);
  Statement row = database.prepare(sql.c_str());
  Statement seal = database.prepare(update.c_str());
  while (row.step()) {
    Row read;
    read_row(row, 1, table, read);
    seal.bind(1, checksum_of(table, read, "")).bind(2, row.integer(0)).run();
  }
}

// A provenance whose cells have all been replaced is nobody's.
constexpr std::string_view kOfCells = "id IN (SELECT provenance FROM cell)";

}  // namespace

void create_tables(Database& database, const StoreContents& contents) {
  database.execute(tables_sql().c_str());
  add_row(database, experiment_table(), 1, contents.header);
  std::vector<ObjectiveInfo> objectives = contents.objectives;
  std::sort(objectives.begin(), objectives.end(),
            [](const ObjectiveInfo& a, const ObjectiveInfo& b) { return a.name < b.name; });
  std::int64_t id = 0;
  for (const ObjectiveInfo& info : objectives) add_row(database, objective_table(), ++id, info);
  renew_seal(database);
}

void check_contents(Database& database, const StoreContents& contents, Builds builds) {
  check_seal(database);
  const StoreHeader stored = read_header(database);
  static_cast<void>(read_objectives(database));
  check_same_experiment(database, stored, contents.header);
  if (builds == Builds::same) {
    constexpr std::string_view kWayOut =
        "choose another --out, or --any-build to keep both apart in it";
    for (const Provenance& before : read_rows(database, provenance_table(), kOfCells)) {
      check_same(database, "build", before.build_id, contents.provenance.build_id, kWayOut);
      check_same(database, "CPU", before.cpu, contents.provenance.cpu, kWayOut);
    }
  }
  check_same(database, "record level", to_text(stored.record), to_text(contents.header.record));
}

StoreHeader read_header(Database& database) {
  std::vector<StoreHeader> rows = read_rows(database, experiment_table());
  if (rows.empty()) database.refuse("the store is damaged: it names no experiment");
  return std::move(rows.front());
}

std::vector<ObjectiveInfo> read_objectives(Database& database) {
  return read_rows(database, objective_table());
}

std::vector<Provenance> read_provenances(Database& database) {
  return read_rows(database, provenance_table());
}

std::int64_t objective_id(Database& database, const std::string& name) {
  Statement row = database.prepare("SELECT id FROM objective WHERE name = ?");
  row.bind(1, name);
  if (row.step()) return row.integer(0);
  const std::int64_t id = database.number("SELECT max(id) FROM objective") + 1;
  ObjectiveInfo nameless;
  nameless.name = name;
  add_row(database, objective_table(), id, nameless);
  renew_seal(database);
  return id;
}

std::int64_t provenance_id(Database& database, const Provenance& provenance) {
  const std::vector<Provenance> all = read_provenances(database);
  const auto found = std::find(all.begin(), all.end(), provenance);
  const std::int64_t id = found - all.begin() + 1;
  if (found != all.end()) return id;
  add_row(database, provenance_table(), id, provenance);
  renew_seal(database);
  return id;
}

void seal_header(Database& database) {
  seal_rows(database, experiment_table());
  seal_rows(database, objective_table());
  seal_rows(database, provenance_table());
}

}  // namespace sweep::detail
