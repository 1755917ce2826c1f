#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/results/provenance.hpp"
#include "bench/results/record.hpp"
#include "bench/store/database.hpp"
#include "bench/store/seal.hpp"

namespace sweep::detail {

/// Writes cells by statements that stay prepared, each cell in a transaction of its own, together
/// with what it refers to.
class CellWriter {
 public:
  CellWriter(Database& database, Provenance provenance);

  /// A cell that failed is replaced. Committed when it returns true. False if `stop` became true
  /// within a cell of many records; then, and if it throws, nothing of the cell is in the file.
  bool write(const CellResult& result, const std::atomic<bool>& stop);

 private:
  std::int64_t id_of_objective(const std::string& name);
  void remove_failed(const CellResult& result, std::int64_t objective);
  void write_cell(const CellResult& result, std::int64_t objective, const std::string& records);
  /// Returns their digest; nothing if it was stopped.
  std::optional<std::string> write_records(const CellResult& result, const std::atomic<bool>& stop);
  void write_timing(const Timing& timing);
  void roll_back() noexcept;

  Database& database_;
  Provenance provenance_;
  std::int64_t provenance_id_ = 0;  // 0: the file may not have it yet
  std::map<std::string, std::int64_t> objectives_;
  Statement begin_;
  Statement commit_;
  Statement rollback_;
  Statement failed_;
  Statement cell_;
  Statement record_;
  Statement timing_;
  CellSealer seal_;
  std::int64_t id_;  // of the cell to be written next
};

/// The cells in the order of writing, without records and points.
std::vector<CellResult> read_cells(Database& database);

/// Reads the records of cells, one cell at a time, by a statement that stays prepared.
class RecordReader {
 public:
  explicit RecordReader(Database& database);

  /// Whether reads share the file's lock: it is let go after every kReadsOfLock of them, and when
  /// they share it no more.
  void share_lock(bool wanted) noexcept;

  /// Fills in the records and points of a cell; false if the store has no such cell. Refuses with
  /// a SpecError records that are not those that were written.
  bool read(CellResult& result);

 private:
  static constexpr std::size_t kReadsOfLock = 256;

  void take_lock();
  void let_go() noexcept;

  Database& database_;
  Statement row_;
  bool shares_lock_ = false;
  bool has_lock_ = false;
  std::size_t reads_ = 0;  // since the lock was taken
};

/// Writes the digests of the records and the checksums of all cells anew, as a migration has left
/// them.
void seal_cells(Database& database);

}  // namespace sweep::detail
