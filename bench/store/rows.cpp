#include "bench/store/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
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

/// What a cell's row refers to, beside its result.
struct CellOwner {
  std::int64_t id;
  std::int64_t provenance;
  std::string records;  // their digest
};

std::string checksum_of_cell(const CellResult& result, const CellOwner& owner) {
  const std::string timing = checksum_of(timing_table(), result.timing, "");
  return checksum_of(cell_table(), result,
                     fmt::format("{} {} {} {} {}", owner.id, result.cell.objective,
                                 owner.provenance, owner.records, timing));
}

std::string name_of(const Cell& cell) {
  return fmt::format("{}, {}, seed {}", excerpt(cell.method), excerpt(cell.objective), cell.seed);
}

// A cell and its timing, as the statement of cells_sql() gives them.
std::string cells_sql() {
  return "SELECT objective.name, cell.provenance, cell.checksum, timing.cell, cell.id, "
         "cell.records, " +
         columns_sql(timing_table()) + ", " + columns_sql(cell_table()) +
         " FROM cell LEFT JOIN objective ON objective.id = cell.objective"
         " LEFT JOIN timing ON timing.cell = cell.id ORDER BY cell.id";
}

CellResult read_cell(const Statement& row) {
  constexpr int kFirst = 6;
  const int first_of_cell = kFirst + static_cast<int>(timing_table().columns.size());
  if (row.is_null(3)) row.refuse_damage("a cell has no timing");
  CellResult result;
  result.cell.objective = row.text(0);
  read_row(row, kFirst, timing_table(), result.timing);
  read_row(row, first_of_cell, cell_table(), result);
  return result;
}

CellResult checked_cell(const Statement& row, std::size_t provenances) {
  CellResult result = read_cell(row);
  const std::int64_t provenance = row.integer(1);
  if (row.text(2) != checksum_of_cell(result, {row.integer(4), provenance, row.text(5)})) {
    row.refuse_damage(fmt::format("the row of {} was changed", name_of(result.cell)));
  }
  if (provenance < 1 || provenance > static_cast<std::int64_t>(provenances)) {
    row.refuse_damage("a cell does not say what computed it");
  }
  result.provenance = static_cast<std::size_t>(provenance - 1);
  return result;
}

std::string records_digest(Statement& row, std::int64_t cell) {
  RecordsDigest digest;
  row.bind(1, cell);
  while (row.step()) {
    Record record;
    read_row(row, 1, record_table(), record);
    digest.add(record, row.blob(0));
  }
  return digest.text();
}

}  // namespace

CellWriter::CellWriter(Database& database, Provenance provenance)
    : database_(database),
      provenance_(std::move(provenance)),
      begin_(database.prepare("BEGIN")),
      commit_(database.prepare("COMMIT")),
      rollback_(database.prepare("ROLLBACK")),
      failed_(
          database.prepare("SELECT id, checksum FROM cell WHERE method = ? AND objective = ? AND "
                           "seed = ? AND failure <> ''")),
      cell_(database.prepare(insert_sql(cell_table()).c_str())),
      record_(database.prepare(insert_sql(record_table()).c_str())),
      timing_(database.prepare(insert_sql(timing_table()).c_str())),
      seal_(database),
      id_(database.number("SELECT max(id) FROM cell") + 1) {}

bool CellWriter::write(const CellResult& result, const std::atomic<bool>& stop) {
  begin_.run();
  try {
    const std::int64_t objective = id_of_objective(result.cell.objective);
    if (provenance_id_ == 0) provenance_id_ = provenance_id(database_, provenance_);
    remove_failed(result, objective);
    const auto records = write_records(result, stop);
    if (!records) {
      roll_back();
      return false;
    }
    write_cell(result, objective, *records);
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
  seal_.remove(id, failed_.text(1));
  failed_.reset();
  for (const char* sql : {"DELETE FROM record WHERE cell = ?", "DELETE FROM timing WHERE cell = ?",
                          "DELETE FROM cell WHERE id = ?"}) {
    database_.prepare(sql).bind(1, id).run();
  }
}

void CellWriter::write_cell(const CellResult& result, std::int64_t objective,
                            const std::string& records) {
  const std::string checksum = checksum_of_cell(result, {id_, provenance_id_, records});
  cell_.bind(1, id_).bind(2, objective).bind(3, provenance_id_).bind(4, records).bind(5, checksum);
  bind_row(cell_, cell_table(), result);
  cell_.run();
  seal_.add(id_, checksum);
}

std::optional<std::string> CellWriter::write_records(const CellResult& result,
                                                     const std::atomic<bool>& stop) {
  RecordsDigest digest;
  const PointView points = result.points;
  const std::size_t width = points.size() / std::max<std::size_t>(result.records.size(), 1);
  assert(width * result.records.size() == points.size());
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    if ((i + 1) % kRecordsBetweenLooks == 0 && stop) return std::nullopt;
    const std::string point = to_blob(points.subspan(i * width, width));
    digest.add(result.records[i], point);
    record_.bind(1, id_).bind(2, as_signed(i)).bind_blob(3, point);
    bind_row(record_, record_table(), result.records[i]);
    record_.run();
  }
  return digest.text();
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
  cells.reserve(static_cast<std::size_t>(database.number("SELECT count(*) FROM cell")));
  while (row.step()) cells.push_back(checked_cell(row, provenances));
  return cells;
}

// A cell without records is one row of NULLs.
RecordReader::RecordReader(Database& database)
    : database_(database),
      row_(database.prepare(("SELECT record.position, record.point, cell.records, " +
                             columns_sql(record_table()) +
                             " FROM cell JOIN objective ON objective.id = cell.objective"
                             " LEFT JOIN record ON record.cell = cell.id"
                             " WHERE method = ? AND objective.name = ? AND seed = ?"
                             " ORDER BY record.position")
                                .c_str())) {}

void RecordReader::share_lock(bool wanted) noexcept {
  let_go();
  shares_lock_ = wanted;
}

void RecordReader::take_lock() {
  if (has_lock_ && ++reads_ < kReadsOfLock) return;
  let_go();
  database_.execute("BEGIN");
  has_lock_ = true;
  reads_ = 0;
}

// SQLite may have ended the transaction on its own, and then says that there is none.
void RecordReader::let_go() noexcept {
  row_.reset();
  if (!std::exchange(has_lock_, false)) return;
  try {
    database_.execute("COMMIT");
  } catch (const std::exception&) {
    return;
  }
}

bool RecordReader::read(CellResult& result) {
  if (shares_lock_) take_lock();
  const Cell& cell = result.cell;
  row_.reset();  // the last read may have thrown at a damaged row
  row_.bind(1, cell.method).bind(2, cell.objective).bind(3, as_signed(cell.seed));
  bool is_there = false;
  std::size_t width = 0;
  RecordsDigest digest;
  std::string written;
  while (row_.step()) {
    is_there = true;
    written = row_.text(2);
    if (row_.is_null(0)) continue;
    read_row(row_, 3, record_table(), result.records.emplace_back());
    const std::string point = row_.blob(1);
    // Every point of a cell has as many values as the first; no space is without a parameter.
    if (result.records.size() == 1) width = point.size();
    if (point.empty() || point.size() != width) row_.refuse_damage("a point is cut");
    append_point(row_, point, result.points);
    digest.add(result.records.back(), point);
  }
  if (!is_there || written == digest.text()) return is_there;
  row_.refuse_damage(fmt::format("the records of {} were changed", name_of(cell)));
}

void seal_cells(Database& database) {
  Statement row = database.prepare(cells_sql().c_str());
  Statement records = database.prepare(("SELECT point, " + columns_sql(record_table()) +
                                        " FROM record WHERE cell = ? ORDER BY position")
                                           .c_str());
  Statement seal = database.prepare("UPDATE cell SET records = ?, checksum = ? WHERE id = ?");
  while (row.step()) {
    const std::int64_t id = row.integer(4);
    const std::string digest = records_digest(records, id);
    const CellResult result = read_cell(row);
    seal.bind(1, digest)
        .bind(2, checksum_of_cell(result, {id, row.integer(1), digest}))
        .bind(3, id)
        .run();
  }
}

}  // namespace sweep::detail
