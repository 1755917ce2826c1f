#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "bench/results/record.hpp"
#include "bench/store/database.hpp"
#include "bench/store/header.hpp"
#include "bench/store/rows.hpp"
#include "bench/store/upgrade.hpp"

namespace sweep {

/// How long to wait for a store that another process holds.
inline constexpr int kStoreWaitMs = 2000;

/// The flag of those who append without ever being stopped.
inline const std::atomic<bool> kNeverStopped = false;

/// How a store is opened for writing.
struct OpenRules {
  Builds builds = Builds::same;
  MakeUpgrade upgrade = {};  // what a store of an older layout lacks; may be empty
  int wait_ms = kStoreWaitMs;
};

/// The finished cells of one experiment in one SQLite file, whose tables tables.cpp describes: they
/// say of themselves what they are cells of, and what computed them.
///
/// Killed at any moment, the file opens again and holds every cell that append() returned true for.
/// After a loss of power it opens again too, but may lack all cells since the journal was last
/// folded into the file, which happens every 32 MB and on closing. While a Store is open no other
/// process can write the file, and a StoreReader reads a copy of it; once it is closed nothing lies
/// beside the file, unless keep_journal() was called.
///
/// Errors: SpecError for a path that cannot work, and for a file that is no store, is damaged, or
/// belongs to another experiment, build, CPU or record level; StoreError where the path is right
/// and the machine fails: the store is held by another run, the disk is full, writing fails.
class Store {
 public:
  /// Creates the store, or resumes the same experiment; one of an older layout is upgraded in
  /// place, or left as it was if that fails. An existing file without a single byte is taken for
  /// one whose creation was killed.
  static Store open(const std::string& path, const StoreContents& contents,
                    const OpenRules& rules = {});
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// The cells in the order of appending, without records and points.
  [[nodiscard]] std::vector<CellResult> finished() const;
  /// What computed them, in the order of the cells' places of it.
  [[nodiscard]] std::vector<Provenance> provenances() const;
  /// Fills in the records and points of one of finished().
  void read_records(CellResult& result) const;
  /// One committed transaction, by one thread at a time. A cell that failed is replaced. False if
  /// `stop` became true while many records were being written; then, and if it throws, nothing of
  /// the cell is kept. Throws StoreError if the file is no longer there.
  bool append(const CellResult& result, const std::atomic<bool>& stop = kNeverStopped);
  /// Closes the store and reads its cells, not their records, once more. Throws StoreError if the
  /// file was deleted, moved, replaced, or its cells changed by others while it was open.
  void close() &&;
  /// Throws StoreError if the file was deleted, moved or replaced since it was opened.
  void check_is_there() const;
  /// Closing will take no time: the journal stays beside the file, and belongs to it, until the
  /// store is opened and closed again.
  void keep_journal();

 private:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

/// Reads a store and leaves what it holds as it is: one of an older layout is upgraded in a private
/// copy, and of one that a run is writing the cells up to this moment are read, in a copy too, so
/// that the run never waits. Errors as for Store; every method may throw.
class StoreReader {
 public:
  explicit StoreReader(const std::string& path, int wait_ms = kStoreWaitMs,
                       const MakeUpgrade& upgrade = {});

  /// Whether a run was writing the store when it was opened.
  [[nodiscard]] bool is_live() const { return is_live_; }

  [[nodiscard]] StoreHeader header() const;
  [[nodiscard]] std::vector<ObjectiveInfo> objectives() const;
  /// What computed the cells; CellResult::provenance is a place among them.
  [[nodiscard]] std::vector<Provenance> provenances() const;
  /// The cells in the order of appending, without records and points.
  [[nodiscard]] std::vector<CellResult> cells() const;
  /// Fills in the records and points of one of cells().
  void read_records(CellResult& result) const;

 private:
  friend class ManyReads;
  bool is_live_ = false;
  std::unique_ptr<detail::Database> database_;
  std::unique_ptr<detail::RecordReader> records_;  // its statement ends before the database does
};

/// Locks a store once for some hundred reads of records, not for each of them, as long as it lives:
/// taking a lock costs more than a read. A run that begins meanwhile waits some milliseconds.
class ManyReads {
 public:
  explicit ManyReads(const StoreReader& store);
  ~ManyReads();
  ManyReads(const ManyReads&) = delete;
  ManyReads& operator=(const ManyReads&) = delete;

 private:
  detail::RecordReader& records_;
};

}  // namespace sweep
