#include "bench/store/migrations/from_layout4.hpp"

#include <fmt/format.h>

#include <span>
#include <string>
#include <string_view>

#include "algorithms/text/excerpt.hpp"
#include "bench/results/digest.hpp"
#include "bench/store/migrations/layout5.hpp"

namespace sweep::detail {
namespace {

/// How a column stood in the text of a checksum of layout 4.
enum class Kind { text, whole, counted, flag, maybe_flag, maybe_whole, real, maybe_real };
using enum Kind;

// Columns of objective behind its checksum, and of cell behind what it belongs to.
constexpr Kind kObjectiveKinds[] = {text,       text, maybe_whole, whole, maybe_real,
                                    maybe_flag, text, whole,       whole, text,
                                    text,       text, whole,       whole};
constexpr Kind kCellKinds[] = {
    text,       text, counted, counted, counted, maybe_whole, counted, flag,        real, real,
    maybe_real, text, real,    real,    counted, counted,     counted, maybe_whole, text};

std::string flag_text(const Statement& row, int column) {
  return row.integer(column) != 0 ? "true" : "false";
}

std::string unsigned_text(const Statement& row, int column) {
  return fmt::format("{}", static_cast<std::uint64_t>(row.integer(column)));
}

std::string text_of(const Statement& row, int column, Kind kind) {
  const bool is_null = row.is_null(column);
  switch (kind) {
    case text:
      return row.text(column);
    case whole:
      return fmt::format("{}", row.integer(column));
    case counted:
      return unsigned_text(row, column);
    case flag:
      return flag_text(row, column);
    case maybe_flag:
      return is_null ? "none" : flag_text(row, column);
    case maybe_whole:
      return is_null ? "none" : unsigned_text(row, column);
    case real:
      return is_null ? "nan" : fmt::format("{}", row.real(column));
    case maybe_real:
      break;
  }
  return is_null ? "none" : fmt::format("{}", row.real(column));
}

// Each row has its checksum, what it belongs to, and the columns of these kinds.
void check_rows(Database& database, const char* sql, std::span<const Kind> kinds) {
  Statement row = database.prepare(sql);
  while (row.step()) {
    std::string text = row.text(1);
    int column = 2;
    for (const Kind kind : kinds) text += ' ' + text_of(row, column++, kind);
    if (row.text(0) == to_hex(digest_of(text))) continue;
    row.refuse_damage(fmt::format("the row of {} was changed", excerpt(row.text(2))));
  }
}

constexpr const char* kRebuild =
    "INSERT INTO experiment SELECT id, '', text, hash, record_level, cells, in_order "
    "FROM old_experiment;"
    "INSERT INTO provenance SELECT id, '', build_id, compiler, cpu, version, host, time "
    "FROM old_provenance;"
    "INSERT INTO cell SELECT id, objective, provenance, '', '', method, method_key, seed, trials, "
    "failed, duplicates, fallbacks, exhausted, best_loss, incumbent_loss, optimum, digest, "
    "seconds, worker_seconds, steps, full_steps, stopped, best_stopped, failure FROM old_cell;"
    "DROP TABLE old_cell; DROP TABLE old_provenance; DROP TABLE old_experiment";

}  // namespace

void check_layout4(Database& database) {
  check_rows(database,
             "SELECT checksum, '', name, space, dimension, max_step, optimum, is_noisy, family, "
             "function, instance, function_name, function_group, options, objectives, constraints "
             "FROM objective",
             kObjectiveKinds);
  check_rows(database,
             "SELECT cell.checksum, objective.name || ' ' || provenance, method, method_key, seed, "
             "trials, failed, duplicates, fallbacks, exhausted, best_loss, incumbent_loss, "
             "cell.optimum, digest, seconds, worker_seconds, steps, full_steps, stopped, "
             "best_stopped, failure FROM cell LEFT JOIN objective ON objective.id = cell.objective",
             kCellKinds);
}

void from_layout4(Database& database, const StoreUpgrade&) {
  database.execute(
      "ALTER TABLE experiment RENAME TO old_experiment; ALTER TABLE cell RENAME TO old_cell; "
      "ALTER TABLE provenance RENAME TO old_provenance");
  database.execute(kNewInLayout5);
  database.execute(kRebuild);
}

}  // namespace sweep::detail
