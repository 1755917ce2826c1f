#include "bench/store/seal.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "bench/results/canonical_bits.hpp"
#include "bench/results/digest.hpp"
#include "bench/store/tables.hpp"

namespace sweep::detail {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 16;  // of records that are kept to be hashed

Digest sum(const Digest& a, const Digest& b) {
  const std::uint64_t low = a.low + b.low;
  return {a.high + b.high + (low < b.low ? 1 : 0), low};
}

Digest difference(const Digest& a, const Digest& b) {
  return {a.high - b.high - (a.low < b.low ? 1 : 0), a.low - b.low};
}

Digest term(std::string_view table, std::int64_t id, std::string_view checksum) {
  return digest_of(fmt::format("{} {} {}", table, id, checksum));
}

// One statement, so that no other process can write in between.
constexpr const char* kRows =
    "SELECT 'experiment', id, checksum FROM experiment UNION ALL "
    "SELECT 'objective', id, checksum FROM objective UNION ALL "
    "SELECT 'provenance', id, checksum FROM provenance UNION ALL "
    "SELECT 'cell', id, checksum FROM cell UNION ALL "
    "SELECT 'seal', id, rows FROM seal";

struct Sums {
  Digest rows;    // as they are
  Digest sealed;  // as they were written
};

Sums sums_of(Database& database) {
  Statement row = database.prepare(kRows);
  Sums sums;
  while (row.step()) {
    if (row.text(0) == "seal") {
      sums.sealed = Stored<Digest>::read(row, 2);
    } else {
      sums.rows = sum(sums.rows, term(row.text(0), row.integer(1), row.text(2)));
    }
  }
  return sums;
}

}  // namespace

void renew_seal(Database& database) {
  const Seal seal{sums_of(database).rows};
  database.execute("DELETE FROM seal");
  Statement insert = database.prepare(insert_sql(seal_table()).c_str());
  insert.bind(1, std::int64_t{1});
  bind_row(insert, seal_table(), seal);
  insert.run();
}

void check_seal(Database& database) {
  const Sums sums = sums_of(database);
  if (sums.rows == sums.sealed) return;
  database.refuse("the store is damaged: rows are missing, were added or are there twice");
}

CellSealer::CellSealer(Database& database)
    : read_(database.prepare("SELECT rows FROM seal")),
      write_(database.prepare("UPDATE seal SET rows = ?")) {}

void CellSealer::add(std::int64_t cell, std::string_view checksum) {
  write(sum(read(), term("cell", cell, checksum)));
}

void CellSealer::remove(std::int64_t cell, std::string_view checksum) {
  write(difference(read(), term("cell", cell, checksum)));
}

Digest CellSealer::read() {
  Digest rows;
  while (read_.step()) rows = Stored<Digest>::read(read_, 0);
  return rows;
}

void CellSealer::write(const Digest& rows) {
  Stored<Digest>::bind(write_, 1, rows);
  write_.run();
}

void RecordsDigest::add(const Record& record, std::string_view point) {
  add_word(little_endian(static_cast<std::uint64_t>(record.trial)));
  add_word(little_endian(static_cast<std::uint64_t>(record.step)));
  add_word(little_endian(static_cast<std::uint64_t>(record.state)));
  // SQLite keeps no sign of a zero.
  for (const double x : {record.loss, record.seconds, record.exact}) {
    add_word(canonical_bits(x + 0.0));
  }
  if (record.steps > 0) add_word(little_endian(record.steps));  // layout 5 had none
  add_word(little_endian(point.size()));
  bytes_ += point;
  if (bytes_.size() >= kMostBytes) bytes_ = to_hex(digest_of(bytes_));
}

std::string RecordsDigest::text() const { return to_hex(digest_of(bytes_)); }

void RecordsDigest::add_word(std::uint64_t word) {
  bytes_.append(reinterpret_cast<const char*>(&word), sizeof word);
}

}  // namespace sweep::detail
