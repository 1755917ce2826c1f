#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "bench/results/record.hpp"
#include "bench/store/database.hpp"
#include "bench/store/header.hpp"

namespace sweep {

/// How long to wait for a store that another process holds.
inline constexpr int kStoreWaitMs = 2000;

/// For those who append without ever being stopped.
inline const std::atomic<bool> kNeverStopped = false;

/// The finished cells of one experiment in one SQLite file, whose tables store_header.cpp defines.
///
/// Killed at any moment, the file opens again and holds every cell that append() returned true for.
/// After a loss of power it opens again too, but may lack all cells since the journal was last
/// folded into the file, which happens every 32 MB and on closing. While a Store is open no other
/// process can read or write the file; once it is closed nothing lies beside the file, unless
/// keep_journal() was called.
///
/// Errors: SpecError for a path that cannot work, and for a file that is no store, is damaged, or
/// belongs to another experiment, build, CPU or record level; StoreError where the path is right
/// and the machine fails: the store is held by another run, the disk is full, writing fails.
class Store {
 public:
  /// Creates the store, or resumes the same experiment. An existing file without a single byte is
  /// taken for one whose creation was killed.
  static Store open(const std::string& path, const StoreHeader& header, int wait_ms = kStoreWaitMs);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// The cells in the order of appending, without records and points.
  [[nodiscard]] std::vector<CellResult> finished() const;
  /// Fills in the records and points of one of finished().
  void read_records(CellResult& result) const;
  /// One committed transaction, by one thread at a time. False if `stop` became true while many
  /// records were being written; then, and if it throws, nothing of the cell is kept.
  bool append(const CellResult& result, const std::atomic<bool>& stop = kNeverStopped);
  /// Closing will take no time: the journal stays beside the file, and belongs to it, until the
  /// store is opened and closed again.
  void keep_journal();

 private:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

/// Reads a store and leaves what it holds as it is. Errors as for Store; every method may throw.
class StoreReader {
 public:
  explicit StoreReader(const std::string& path, int wait_ms = kStoreWaitMs);

  [[nodiscard]] StoreHeader header() const;
  /// The cells in the order of appending, without records and points.
  [[nodiscard]] std::vector<CellResult> cells() const;
  /// Fills in the records and points of one of cells().
  void read_records(CellResult& result) const;

 private:
  std::unique_ptr<detail::Database> database_;
};

}  // namespace sweep
