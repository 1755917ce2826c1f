#include "bench/store/rows.hpp"

#include <fmt/format.h>

#include <bit>
#include <cassert>
#include <cstring>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include "algorithms/text/excerpt.hpp"
#include "bench/results/canonical_bits.hpp"
#include "bench/results/digest.hpp"

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

void append_point(const Database& database, std::string_view bytes, std::vector<double>& points) {
  if (bytes.size() % sizeof(double) != 0) database.refuse("the store is damaged: a point is cut");
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(double)) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, bytes.data() + at, sizeof bits);
    points.push_back(std::bit_cast<double>(little_endian(bits)));
  }
}

TrialState state_from(const Database& database, std::int64_t number) {
  if (number < 0 || number > static_cast<std::int64_t>(TrialState::failed)) {
    database.refuse("the store is damaged: a record has an unknown state");
  }
  return static_cast<TrialState>(number);
}

std::int64_t as_signed(std::uint64_t number) { return static_cast<std::int64_t>(number); }
std::uint64_t as_unsigned(std::int64_t number) { return static_cast<std::uint64_t>(number); }

template <class T>
std::string text_of(const std::optional<T>& value) {
  return value ? fmt::format("{}", *value) : "none";
}

// Stands for a row of `cell`: SQLite would not notice a flipped byte in a number, or an edit.
std::string checksum_of(const CellResult& result) {
  const ClusterUse& use = result.use;
  return to_hex(digest_of(fmt::format(
      "{} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {}", result.cell.method,
      result.cell.objective, result.cell.seed, result.trials, result.failed,
      text_of(result.duplicates), result.fallbacks, result.exhausted, result.best_loss,
      text_of(result.optimum), to_hex(result.digest), result.incumbent_loss, use.seconds,
      use.worker_seconds, use.steps, use.full_steps, use.stopped, text_of(use.best_stopped))));
}

ClusterUse use_from(const Statement& row, int first) {
  return {row.real(first),
          row.real(first + 1),
          as_unsigned(row.integer(first + 2)),
          as_unsigned(row.integer(first + 3)),
          as_unsigned(row.integer(first + 4)),
          as_unsigned(row.integer(first + 5))};
}

CellResult cell_from(const Database& database, const Statement& row) {
  CellResult result;
  result.cell = {row.text(0), row.text(1), as_unsigned(row.integer(2))};
  result.trials = as_unsigned(row.integer(3));
  result.failed = as_unsigned(row.integer(4));
  if (!row.is_null(5)) result.duplicates = as_unsigned(row.integer(5));
  result.fallbacks = as_unsigned(row.integer(6));
  result.exhausted = row.integer(7) != 0;
  result.best_loss = row.real(8);
  if (!row.is_null(9)) result.optimum = row.real(9);
  const auto digest = digest_from_hex(row.text(10));
  if (!digest) database.refuse("the store is damaged: a digest is not one");
  result.digest = *digest;
  result.incumbent_loss = row.real(11);
  if (row.is_null(12)) database.refuse("the store is damaged: a cell has no timing");
  result.timing.searcher_seconds = row.real(13);
  result.timing.cell_seconds = row.real(14);
  auto suggest = LatencyHistogram::from_text(row.text(15));
  if (!suggest) database.refuse("the store is damaged: a histogram is not one");
  result.timing.suggest = *std::move(suggest);
  result.use = use_from(row, 17);
  if (row.text(16) != checksum_of(result)) {
    database.refuse(fmt::format("the store is damaged: the row of {}, {}, seed {} was changed",
                                excerpt(result.cell.method), excerpt(result.cell.objective),
                                result.cell.seed));
  }
  return result;
}

}  // namespace

CellWriter::CellWriter(Database& database)
    : begin_(database.prepare("BEGIN")),
      commit_(database.prepare("COMMIT")),
      rollback_(database.prepare("ROLLBACK")),
      cell_(database.prepare(
          "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "?, ?, ?, ?)")),
      record_(database.prepare("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      timing_(database.prepare("INSERT INTO timing VALUES (?, ?, ?, ?)")),
      id_(database.number("SELECT max(id) FROM cell") + 1) {}

bool CellWriter::write(const CellResult& result, const std::atomic<bool>& stop) {
  begin_.run();
  try {
    write_cell(result);
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

void CellWriter::write_cell(const CellResult& result) {
  cell_.bind(1, id_)
      .bind(2, result.cell.method)
      .bind(3, result.cell.objective)
      .bind(4, as_signed(result.cell.seed))
      .bind(5, as_signed(result.trials))
      .bind(6, as_signed(result.failed))
      .bind(8, as_signed(result.fallbacks))
      .bind(9, std::int64_t{result.exhausted})
      .bind(10, result.best_loss)
      .bind(12, to_hex(result.digest))
      .bind(13, result.incumbent_loss)
      .bind(14, result.use.seconds)
      .bind(15, result.use.worker_seconds)
      .bind(16, as_signed(result.use.steps))
      .bind(17, as_signed(result.use.full_steps))
      .bind(18, as_signed(result.use.stopped))
      .bind(20, checksum_of(result));
  result.duplicates ? cell_.bind(7, as_signed(*result.duplicates)) : cell_.bind_null(7);
  result.optimum ? cell_.bind(11, *result.optimum) : cell_.bind_null(11);
  result.use.best_stopped ? cell_.bind(19, as_signed(*result.use.best_stopped))
                          : cell_.bind_null(19);
  cell_.run();
}

bool CellWriter::write_records(const CellResult& result, const std::atomic<bool>& stop) {
  if (result.records.empty()) return true;
  const PointView points = result.points;
  const std::size_t width = points.size() / result.records.size();
  assert(width * result.records.size() == points.size());
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    if ((i + 1) % kRecordsBetweenLooks == 0 && stop) return false;
    const Record& record = result.records[i];
    record_.bind(1, id_)
        .bind(2, as_signed(i))
        .bind(3, as_signed(record.trial))
        .bind(4, std::int64_t{record.step})
        .bind(5, record.loss)
        .bind(6, static_cast<std::int64_t>(record.state))
        .bind(7, record.seconds)
        .bind_blob(8, to_blob(points.subspan(i * width, width)))
        .run();
  }
  return true;
}

void CellWriter::write_timing(const Timing& timing) {
  timing_.bind(1, id_)
      .bind(2, timing.searcher_seconds)
      .bind(3, timing.cell_seconds)
      .bind(4, timing.suggest.to_text())
      .run();
}

// SQLite may have rolled back on its own, and then says that there is nothing to roll back.
void CellWriter::roll_back() noexcept {
  try {
    rollback_.run();
  } catch (const std::exception&) {
    rollback_.reset();
  }
}

std::vector<CellResult> read_cells(Database& database) {
  Statement row = database.prepare(
      "SELECT method, objective, seed, trials, failed, duplicates, fallbacks, exhausted, "
      "best_loss, optimum, digest, incumbent_loss, timing.cell, searcher_seconds, cell_seconds, "
      "suggest, checksum, seconds, worker_seconds, steps, full_steps, stopped, best_stopped "
      "FROM cell LEFT JOIN timing ON timing.cell = cell.id ORDER BY cell.id");
  std::vector<CellResult> cells;
  while (row.step()) cells.push_back(cell_from(database, row));
  return cells;
}

namespace {

// Nothing if the store has no such cell.
std::optional<std::int64_t> id_of(Database& database, const Cell& cell) {
  Statement row =
      database.prepare("SELECT id FROM cell WHERE method = ? AND objective = ? AND seed = ?");
  row.bind(1, cell.method).bind(2, cell.objective).bind(3, as_signed(cell.seed));
  if (!row.step()) return std::nullopt;
  return row.integer(0);
}

}  // namespace

bool read_records(Database& database, CellResult& result) {
  const auto id = id_of(database, result.cell);
  if (!id) return false;
  Statement row = database.prepare(
      "SELECT trial, step, loss, state, seconds, point FROM record WHERE cell = ? "
      "ORDER BY position");
  row.bind(1, *id);
  while (row.step()) {
    result.records.push_back({as_unsigned(row.integer(0)), static_cast<int>(row.integer(1)),
                              row.real(2), state_from(database, row.integer(3)), row.real(4)});
    append_point(database, row.blob(5), result.points);
  }
  return true;
}

}  // namespace sweep::detail
