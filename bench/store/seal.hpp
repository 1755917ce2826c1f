#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "bench/results/record.hpp"
#include "bench/store/database.hpp"

namespace sweep::detail {

/// One digest for all rows that others refer to: experiment, objectives, provenances, cells. Each
/// row has a checksum of its own, which does not show that a row is lost or there twice, as after
/// the swap of two pages; this does.
///
/// The sum modulo 2^128 of the XXH3 of {table, id, checksum} of each row.
struct Seal {
  Digest rows;
};

/// Writes the seal of the rows as they are.
void renew_seal(Database& database);
/// Refuses with a SpecError a store whose rows have another seal.
void check_seal(Database& database);

/// Keeps the seal while cells are written, by statements that stay prepared.
class CellSealer {
 public:
  explicit CellSealer(Database& database);
  void add(std::int64_t cell, std::string_view checksum);
  void remove(std::int64_t cell, std::string_view checksum);

 private:
  void write(const Digest& rows);
  Digest read();

  Statement read_;
  Statement write_;
};

/// Stands for the records of a cell: every column of every row, in order. A NaN, which is NULL in
/// a store, is one whatever its bits, and so is a zero.
class RecordsDigest {
 public:
  /// `point` are the bytes as they are stored.
  void add(const Record& record, std::string_view point);
  /// 32 hexadecimal digits.
  [[nodiscard]] std::string text() const;

 private:
  void add_word(std::uint64_t word);

  // The hash of all that came before, and the bytes since.
  std::string bytes_;
};

}  // namespace sweep::detail
