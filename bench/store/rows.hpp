#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "bench/results/record.hpp"
#include "bench/store/database.hpp"

namespace sweep::detail {

/// Writes cells by statements that stay prepared, each cell in a transaction of its own.
class CellWriter {
 public:
  explicit CellWriter(Database& database);

  /// Committed when it returns true. False if `stop` became true within a cell of many records;
  /// then, and if it throws, nothing of the cell is in the file.
  bool write(const CellResult& result, const std::atomic<bool>& stop);

 private:
  void write_cell(const CellResult& result);
  bool write_records(const CellResult& result, const std::atomic<bool>& stop);
  void write_timing(const Timing& timing);
  void roll_back() noexcept;

  Statement begin_;
  Statement commit_;
  Statement rollback_;
  Statement cell_;
  Statement record_;
  Statement timing_;
  std::int64_t id_;  // of the cell to be written next
};

/// The cells in the order of writing, without records and points.
std::vector<CellResult> read_cells(Database& database);

/// Fills in the records and points of a cell; false if the store has no such cell.
bool read_records(Database& database, CellResult& result);

}  // namespace sweep::detail
