#include "bench/store/migrations/from_layout3.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstring>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "algorithms/text/excerpt.hpp"
#include "bench/results/canonical_bits.hpp"
#include "bench/results/digest.hpp"
#include "bench/store/migrations/layout4.hpp"

namespace sweep::detail {
namespace {

using Description = StoreUpgrade::Description;
using Descriptions = std::map<std::string, std::optional<Description>>;

std::string real_text(const Statement& row, int column, const char* null) {
  return row.is_null(column) ? null : fmt::format("{}", row.real(column));
}

std::string whole_text(const Statement& row, int column) {
  const auto number = static_cast<std::uint64_t>(row.integer(column));
  return row.is_null(column) ? "none" : fmt::format("{}", number);
}

// Columns in the order of the checksum of layout 3.
constexpr const char* kOldCells =
    "SELECT method, objective, seed, trials, failed, duplicates, fallbacks, exhausted, best_loss, "
    "optimum, digest, incumbent_loss, seconds, worker_seconds, steps, full_steps, stopped, "
    "best_stopped, checksum FROM old_cell";

std::string old_checksum(const Statement& row) {
  std::string text = row.text(0) + " " + row.text(1);
  for (int column = 2; column <= 6; ++column) text += " " + whole_text(row, column);
  text += row.integer(7) != 0 ? " true" : " false";
  text += " " + real_text(row, 8, "nan") + " " + real_text(row, 9, "none") + " " + row.text(10);
  text += " " + real_text(row, 11, "nan");
  for (int column = 12; column <= 13; ++column) text += " " + real_text(row, column, "nan");
  for (int column = 14; column <= 17; ++column) text += " " + whole_text(row, column);
  return to_hex(digest_of(text));
}

void check_old_cells(Database& database) {
  Statement row = database.prepare(kOldCells);
  while (row.step()) {
    if (row.text(18) == old_checksum(row)) continue;
    row.refuse_damage(fmt::format("the row of {}, {}, seed {} was changed", excerpt(row.text(0)),
                                  excerpt(row.text(1)),
                                  static_cast<std::uint64_t>(row.integer(2))));
  }
}

void set_old_tables_aside(Database& database) {
  database.execute(
      "ALTER TABLE experiment RENAME TO old_experiment; ALTER TABLE cell RENAME TO old_cell; "
      "ALTER TABLE record RENAME TO old_record; ALTER TABLE timing RENAME TO old_timing");
}

void move_experiment(Database& database, const StoreUpgrade& facts) {
  Statement insert = database.prepare(
      "INSERT INTO experiment (id, text, hash, record_level, cells, in_order) "
      "SELECT 1, text, hash, record_level, ?, ? FROM old_experiment");
  facts.cells ? insert.bind(1, static_cast<std::int64_t>(*facts.cells)) : insert.bind_null(1);
  facts.in_order ? insert.bind(2, std::int64_t{*facts.in_order}) : insert.bind_null(2);
  insert.run();
  database.execute(
      "INSERT INTO provenance (id, build_id, compiler, cpu, version, host, time) "
      "SELECT 1, build_id, compiler, cpu, version, '', '' FROM old_experiment "
      "WHERE EXISTS (SELECT 1 FROM old_cell)");
}

std::set<std::string> objective_names(Database& database, const StoreUpgrade& facts) {
  std::set<std::string> names(facts.objectives.begin(), facts.objectives.end());
  Statement row = database.prepare("SELECT DISTINCT objective FROM old_cell");
  while (row.step()) names.insert(row.text(0));
  return names;
}

void bind_if_known(Statement& statement, int parameter, std::optional<std::int64_t> number) {
  number ? statement.bind(parameter, *number) : statement.bind_null(parameter);
}

constexpr const char* kDescribeObjective =
    "UPDATE objective SET space = ?, dimension = ?, max_step = ?, optimum = ?, is_noisy = ?, "
    "family = ?, function = ?, instance = ?, function_name = ?, function_group = ?, "
    "options = ?, objectives = ?, constraints = ? WHERE name = ?";

void describe_objective(Statement& update, const ObjectiveInfo& info) {
  update.bind(1, info.space)
      .bind(3, std::int64_t{info.max_step})
      .bind(6, info.family)
      .bind(7, std::int64_t{info.function})
      .bind(8, std::int64_t{info.instance})
      .bind(9, info.function_name)
      .bind(10, info.group)
      .bind(11, info.options)
      .bind(12, static_cast<std::int64_t>(info.layout.objectives))
      .bind(13, static_cast<std::int64_t>(info.layout.constraints))
      .bind(14, info.name);
  bind_if_known(update, 2, info.dimension);
  bind_if_known(update, 5, info.is_noisy);
  info.optimum ? update.bind(4, *info.optimum) : update.bind_null(4);
  update.run();
}

Descriptions add_objectives(Database& database, const StoreUpgrade& facts) {
  Descriptions all;
  Statement insert =
      database.prepare("INSERT INTO objective (id, checksum, name) VALUES (?, '', ?)");
  Statement update = database.prepare(kDescribeObjective);
  std::int64_t id = 0;
  for (const std::string& name : objective_names(database, facts)) {
    insert.bind(1, ++id).bind(2, name).run();
    const auto& description = all.emplace(name, facts.describe(name)).first->second;
    if (description) describe_objective(update, description->info);
  }
  return all;
}

void move_cells(Database& database, const StoreUpgrade& facts) {
  database.execute(
      "INSERT INTO cell SELECT c.id, o.id, 1, '', method, '', seed, trials, failed, duplicates, "
      "fallbacks, exhausted, best_loss, incumbent_loss, c.optimum, digest, seconds, "
      "worker_seconds, steps, full_steps, stopped, best_stopped, '' "
      "FROM old_cell c JOIN objective o ON o.name = c.objective ORDER BY c.id;"
      "INSERT INTO record SELECT cell, position, point, trial, step, loss, state, seconds, NULL "
      "FROM old_record;"
      "INSERT INTO timing SELECT cell, searcher_seconds, cell_seconds, suggest FROM old_timing");
  Statement method = database.prepare("SELECT DISTINCT method FROM old_cell");
  Statement update = database.prepare("UPDATE cell SET method_key = ? WHERE method = ?");
  while (method.step()) {
    update.bind(1, facts.method_key(method.text(0))).bind(2, method.text(0)).run();
  }
}

// A loss without noise belongs to the last record of a completed trial; those of a trial follow
// one another.
constexpr const char* kWhereComplete =
    "state = 1 AND NOT EXISTS (SELECT 1 FROM record AS next WHERE next.cell = record.cell "
    "AND next.position = record.position + 1 AND next.trial = record.trial)";

std::vector<double> point_from(std::string_view bytes) {
  std::vector<double> point(bytes.size() / sizeof(double));
  for (std::size_t i = 0; i < point.size(); ++i) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, bytes.data() + i * sizeof bits, sizeof bits);
    point[i] = std::bit_cast<double>(little_endian(bits));
  }
  return point;
}

void add_exact_of_others(Database& database) {
  const std::string sql = fmt::format(
      "UPDATE record SET exact = loss WHERE {} AND cell IN (SELECT cell.id FROM cell "
      "JOIN objective ON objective.id = cell.objective WHERE is_noisy = 0)",
      kWhereComplete);
  database.execute(sql.c_str());
}

void add_exact_of_noisy(Database& database, const Descriptions& descriptions) {
  Statement cell = database.prepare(
      "SELECT cell.id, name FROM cell JOIN objective ON objective.id = cell.objective "
      "WHERE is_noisy = 1");
  const std::string sql =
      fmt::format("SELECT position, point FROM record WHERE cell = ? AND {}", kWhereComplete);
  Statement row = database.prepare(sql.c_str());
  Statement update =
      database.prepare("UPDATE record SET exact = ? WHERE cell = ? AND position = ?");
  while (cell.step()) {
    const Description& description = *descriptions.at(cell.text(1));
    std::map<std::int64_t, double> exact;
    row.bind(1, cell.integer(0));
    while (row.step()) exact[row.integer(0)] = description.exact(point_from(row.blob(1)));
    for (const auto& [position, loss] : exact) {
      update.bind(1, loss).bind(2, cell.integer(0)).bind(3, position).run();
    }
  }
}

}  // namespace

void from_layout3(Database& database, const StoreUpgrade& facts) {
  set_old_tables_aside(database);
  check_old_cells(database);
  database.execute(kLayout4);
  move_experiment(database, facts);
  const Descriptions descriptions = add_objectives(database, facts);
  move_cells(database, facts);
  add_exact_of_noisy(database, descriptions);
  add_exact_of_others(database);
  database.execute(
      "DROP TABLE old_experiment; DROP TABLE old_cell; DROP TABLE old_record; "
      "DROP TABLE old_timing");
}

}  // namespace sweep::detail
