#include "bench/store/header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "bench/store/difference.hpp"
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

void add_objective(Database& database, std::int64_t id, const ObjectiveInfo& info) {
  Statement insert = database.prepare(insert_sql(objective_table()).c_str());
  insert.bind(1, id).bind(2, checksum_of(objective_table(), info, ""));
  bind_row(insert, objective_table(), info);
  insert.run();
}

}  // namespace

void create_tables(Database& database, const StoreContents& contents) {
  database.execute(tables_sql().c_str());
  Statement insert = database.prepare(insert_sql(experiment_table()).c_str());
  insert.bind(1, std::int64_t{1});
  bind_row(insert, experiment_table(), contents.header);
  insert.run();
  std::vector<ObjectiveInfo> objectives = contents.objectives;
  std::sort(objectives.begin(), objectives.end(),
            [](const ObjectiveInfo& a, const ObjectiveInfo& b) { return a.name < b.name; });
  std::int64_t id = 0;
  for (const ObjectiveInfo& info : objectives) add_objective(database, ++id, info);
}

void check_contents(Database& database, const StoreContents& contents, Builds builds) {
  const StoreHeader stored = read_header(database);
  check_same_experiment(database, stored, contents.header);
  if (builds == Builds::same) {
    constexpr std::string_view kWayOut =
        "choose another --out, or --any-build to keep both apart in it";
    for (const Provenance& before : read_provenances(database)) {
      check_same(database, "build", before.build_id, contents.provenance.build_id, kWayOut);
      check_same(database, "CPU", before.cpu, contents.provenance.cpu, kWayOut);
    }
  }
  check_same(database, "record level", to_text(stored.record), to_text(contents.header.record));
}

StoreHeader read_header(Database& database) {
  const std::string sql = "SELECT " + columns_sql(experiment_table()) + " FROM experiment";
  Statement row = database.prepare(sql.c_str());
  if (!row.step()) database.refuse("the store is damaged: it names no experiment");
  StoreHeader header;
  read_row(row, 0, experiment_table(), header);
  return header;
}

std::vector<ObjectiveInfo> read_objectives(Database& database) {
  const std::string sql =
      "SELECT checksum, " + columns_sql(objective_table()) + " FROM objective ORDER BY id";
  Statement row = database.prepare(sql.c_str());
  std::vector<ObjectiveInfo> objectives;
  while (row.step()) {
    ObjectiveInfo& info = objectives.emplace_back();
    read_row(row, 1, objective_table(), info);
    if (row.text(0) == checksum_of(objective_table(), info, "")) continue;
    row.refuse_damage(fmt::format("the row of {} was changed", excerpt(info.name)));
  }
  return objectives;
}

std::vector<Provenance> read_provenances(Database& database) {
  const std::string sql =
      "SELECT " + columns_sql(provenance_table()) + " FROM provenance ORDER BY id";
  Statement row = database.prepare(sql.c_str());
  std::vector<Provenance> provenances;
  while (row.step()) read_row(row, 0, provenance_table(), provenances.emplace_back());
  return provenances;
}

std::int64_t objective_id(Database& database, const std::string& name) {
  Statement row = database.prepare("SELECT id FROM objective WHERE name = ?");
  row.bind(1, name);
  if (row.step()) return row.integer(0);
  const std::int64_t id = database.number("SELECT max(id) FROM objective") + 1;
  database.prepare("INSERT INTO objective (id, name, checksum) VALUES (?, ?, '')")
      .bind(1, id)
      .bind(2, name)
      .run();
  seal_objectives(database);
  return id;
}

std::int64_t provenance_id(Database& database, const Provenance& provenance) {
  const std::vector<Provenance> all = read_provenances(database);
  const auto found = std::find(all.begin(), all.end(), provenance);
  const std::int64_t id = found - all.begin() + 1;
  if (found != all.end()) return id;
  Statement insert = database.prepare(insert_sql(provenance_table()).c_str());
  insert.bind(1, id);
  bind_row(insert, provenance_table(), provenance);
  insert.run();
  return id;
}

void seal_objectives(Database& database) {
  const std::string sql = "SELECT id, " + columns_sql(objective_table()) + " FROM objective";
  Statement row = database.prepare(sql.c_str());
  Statement seal = database.prepare("UPDATE objective SET checksum = ? WHERE id = ?");
  while (row.step()) {
    ObjectiveInfo info;
    read_row(row, 1, objective_table(), info);
    seal.bind(1, checksum_of(objective_table(), info, "")).bind(2, row.integer(0)).run();
  }
}

}  // namespace sweep::detail
