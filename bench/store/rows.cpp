#include "bench/store/rows.hpp"

#include <fmt/format.h>

#include <bit>
#include <cassert>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "algorithms/text/excerpt.hpp"
#include "bench/results/canonical_bits.hpp"
#include "bench/store/header.hpp"
#include "bench/store/tables.hpp"

namespace sweep::detail {
namespace {

constexpr std::size_t kRecordsBetweenLooks = 10'000;  // some hundredths of a second

std::string to_blob(PointView point) {
  std::string bytes(point.size() * sizeof(double), '\0');
  char* out = bytes.data();
  for (const double value : point) {
    const std::uint64_t bits = little_endian(std::bit_cast<std::uint64_t>(value));
    std::memcpy(out, &bits, sizeof bits);
    out += sizeof bits;
  }
  return bytes;
}

std::int64_t as_signed(std::uint64_t number) { return static_cast<std::int64_t>(number); }

void append_point(const Statement& row, std::string_view bytes, std::vector<double>& points) {
  if (bytes.size() % sizeof(double) != 0) row.refuse_damage("a point is cut");
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(double)) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, bytes.data() + at, sizeof bits);
    points.push_back(std::bit_cast<double>(little_endian(bits)));
  }
}

// What a cell's checksum covers beside its own columns.
std::string owner_of(std::string_view objective, std::int64_t provenance) {
  return fmt::format("{} {}", objective, provenance);
}

// A cell and its timing, as the statement of cells_sql() gives them.
std::string cells_sql() {
  return "SELECT objective.name, cell.provenance, cell.checksum, timing.cell, " +
         columns_sql(timing_table()) + ", " + columns_sql(cell_table()) +
         " FROM cell LEFT JOIN objective ON objective.id = cell.objective"
         " LEFT JOIN timing ON timing.cell = cell.id ORDER BY cell.id";
}

CellResult cell_from(const Statement& row, std::size_t provenances) {
  constexpr int kFirst = 4;
  const int first_of_cell = kFirst + static_cast<int>(timing_table().columns.size());
  if (row.is_null(3)) row.refuse_damage("a cell has no timing");
  CellResult result;
  result.cell.objective = row.text(0);
  read_row(row, kFirst, timing_table(), result.timing);
  read_row(row, first_of_cell, cell_table(), result);
  const std::int64_t provenance = row.integer(1);
  const std::string owner = owner_of(result.cell.objective, provenance);
  if (row.text(2) != checksum_of(cell_table(), result, owner)) {
    row.refuse_damage(fmt::format("the row of {}, {}, seed {} was changed",
                                  excerpt(result.cell.method), excerpt(result.cell.objective),
                                  result.cell.seed));
  }
  if (provenance < 1 || provenance > static_cast<std::int64_t>(provenances)) {
    row.refuse_damage("a cell does not say what computed it");
  }
  result.provenance = static_cast<std::size_t>(provenance - 1);
  return result;
}

}  // namespace

CellWriter::CellWriter(Database& database, Provenance provenance)
    : database_(database),
      provenance_(std::move(provenance)),
      begin_(database.prepare("BEGIN")),
      commit_(database.prepare("COMMIT")),
      rollback_(database.prepare("ROLLBACK")),
      failed_(database.prepare("SELECT id FROM cell WHERE method = ? AND objective = ? AND "
                               "seed = ? AND failure <> ''")),
      cell_(database.prepare(insert_sql(cell_table()).c_str())),
      record_(database.prepare(insert_sql(record_table()).c_str())),
      timing_(database.prepare(insert_sql(timing_table()).c_str())),
      id_(database.number("SELECT max(id) FROM cell") + 1) {}

bool CellWriter::write(const CellResult& result, const std::atomic<bool>& stop) {
  begin_.run();
  try {
    const std::int64_t objective = id_of_objective(result.cell.objective);
    if (provenance_id_ == 0) provenance_id_ = provenance_id(database_, provenance_);
    remove_failed(result, objective);
    write_cell(result, objective);
    if (!write_records(result, stop)) {
      roll_back();
      return false;
    }
    write_timing(result.timing);
    commit_.run();
  } catch (...) {
    roll_back();
    throw;
  }
  ++id_;
  return true;
}

std::int64_t CellWriter::id_of_objective(const std::string& name) {
  const auto known = objectives_.find(name);
  if (known != objectives_.end()) return known->second;
  return objectives_.emplace(name, objective_id(database_, name)).first->second;
}

// A searcher that broke may be asked again.
void CellWriter::remove_failed(const CellResult& result, std::int64_t objective) {
  failed_.bind(1, result.cell.method).bind(2, objective).bind(3, as_signed(result.cell.seed));
  if (!failed_.step()) return;
  const std::int64_t id = failed_.integer(0);
  failed_.reset();
  for (const char* sql : {"DELETE FROM record WHERE cell = ?", "DELETE FROM timing WHERE cell = ?",
                          "DELETE FROM cell WHERE id = ?"}) {
    database_.prepare(sql).bind(1, id).run();
  }
}

void CellWriter::write_cell(const CellResult& result, std::int64_t objective) {
  const std::string owner = owner_of(result.cell.objective, provenance_id_);
  cell_.bind(1, id_)
      .bind(2, objective)
      .bind(3, provenance_id_)
      .bind(4, checksum_of(cell_table(), result, owner));
  bind_row(cell_, cell_table(), result);
  cell_.run();
}

bool CellWriter::write_records(const CellResult& result, const std::atomic<bool>& stop) {
  if (result.records.empty()) return true;
  const PointView points = result.points;
  const std::size_t width = points.size() / result.records.size();
  assert(width * result.records.size() == points.size());
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    if ((i + 1) % kRecordsBetweenLooks == 0 && stop) return false;
    record_.bind(1, id_)
        .bind(2, as_signed(i))
        .bind_blob(3, to_blob(points.subspan(i * width, width)));
    bind_row(record_, record_table(), result.records[i]);
    record_.run();
  }
  return true;
}

void CellWriter::write_timing(const Timing& timing) {
  timing_.bind(1, id_);
  bind_row(timing_, timing_table(), timing);
  timing_.run();
}

// SQLite may have rolled back on its own, and then says that there is nothing to roll back. Rows
// that came with the cell are gone with it.
void CellWriter::roll_back() noexcept {
  provenance_id_ = 0;
  objectives_.clear();
  try {
    rollback_.run();
  } catch (const std::exception&) {
    rollback_.reset();
  }
}

std::vector<CellResult> read_cells(Database& database) {
  const std::size_t provenances = read_provenances(database).size();
  Statement row = database.prepare(cells_sql().c_str());
  std::vector<CellResult> cells;
  while (row.step()) cells.push_back(cell_from(row, provenances));
  return cells;
}

// A cell without records is one row of NULLs.
RecordReader::RecordReader(Database& database)
    : row_(
          database.prepare(("SELECT record.position, record.point, " + columns_sql(record_table()) +
                            " FROM cell JOIN objective ON objective.id = cell.objective"
                            " LEFT JOIN record ON record.cell = cell.id"
                            " WHERE method = ? AND objective.name = ? AND seed = ?"
                            " ORDER BY record.position")
                               .c_str())) {}

bool RecordReader::read(CellResult& result) {
  const Cell& cell = result.cell;
  row_.reset();  // the last read may have thrown at a damaged row
  row_.bind(1, cell.method).bind(2, cell.objective).bind(3, as_signed(cell.seed));
  bool is_there = false;
  std::size_t width = 0;
  while (row_.step()) {
    is_there = true;
    if (row_.is_null(0)) continue;
    read_row(row_, 2, record_table(), result.records.emplace_back());
    const std::string point = row_.blob(1);
    // Every point of a cell has as many values as the first; no space is without a parameter.
    if (result.records.size() == 1) width = point.size();
    if (point.empty() || point.size() != width) row_.refuse_damage("a point is cut");
    append_point(row_, point, result.points);
  }
  return is_there;
}

void seal_cells(Database& database) {
  const std::string sql = "SELECT cell.id, objective.name, cell.provenance, " +
                          columns_sql(cell_table()) +
                          " FROM cell JOIN objective ON objective.id = cell.objective";
  Statement row = database.prepare(sql.c_str());
  Statement seal = database.prepare("UPDATE cell SET checksum = ? WHERE id = ?");
  while (row.step()) {
    CellResult result;
    read_row(row, 3, cell_table(), result);
    const std::string owner = owner_of(row.text(1), row.integer(2));
    seal.bind(1, checksum_of(cell_table(), result, owner)).bind(2, row.integer(0)).run();
  }
}

}  // namespace sweep::detail
