#include "bench/store/store.hpp"

#include <optional>
#include <utility>

#include "algorithms/text/error.hpp"
#include "bench/store/layout.hpp"
#include "bench/store/rows.hpp"
#include "bench/store/snapshot.hpp"

namespace sweep {
namespace {

using detail::Database;

void check_sound(Database& database) {
  if (!database.is_sound())
    database.refuse("the store is damaged: its pages contradict each other");
}

// Takes the lock, which is held to the end in exclusive mode, and the journal needs no shared
// memory.
void open_for_writing(Database& database, const StoreContents& contents, const OpenRules& rules) {
  detail::open_layout(database,
                      {[](Database& db) { db.execute("PRAGMA locking_mode=EXCLUSIVE"); },
                       [&](Database& db) { detail::create_tables(db, contents); }, rules.upgrade,
                       [&](Database& db) {
                         check_sound(db);
                         detail::check_contents(db, contents, rules.builds);
                       }});
  // 8000 pages, 32 MB, of journal: moving them into the file waits for the disk, so does it rarely.
  database.execute(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=8000");
}

// The newest layout is read where it is, an older one in a copy.
std::unique_ptr<Database> open_for_reading(std::unique_ptr<Database> file,
                                           const MakeUpgrade& upgrade) {
  const std::int64_t layout = detail::layout_of(*file);
  if (layout == 0) file->refuse("this is not a store: it is empty");
  check_sound(*file);  // before an index is followed: it may lead to another cell's row
  if (layout == detail::kNewestLayout) return file;
  std::unique_ptr<Database> copy = file->private_copy();
  const auto nothing = [](Database&) {};
  detail::open_layout(*copy, {nothing, nothing, upgrade, nothing});
  return copy;
}

// What nobody holds is read where it is; a run's at one moment, in a copy.
std::unique_ptr<Database> open_for_reading(const std::string& path, int wait_ms,
                                           const MakeUpgrade& upgrade, bool& is_live) {
  try {
    return open_for_reading(std::make_unique<Database>(path, Database::Access::read, 0), upgrade);
  } catch (const StoreBusy&) {
    is_live = true;
  }
  std::unique_ptr<Database> copy = detail::snapshot_of(path, wait_ms);
  if (detail::layout_of(*copy) != 0) return open_for_reading(std::move(copy), upgrade);
  throw StoreBusy(path, "a run has just begun this store, and nothing is in it yet");
}

void require_records(const Database& database, detail::RecordReader& records, CellResult& result) {
  if (!records.read(result)) database.refuse("the store has no such cell");
}

}  // namespace

struct Store::Connection {
  Connection(const std::string& path, const StoreContents& contents, const OpenRules& rules)
      : database(path, Database::Access::write, rules.wait_ms) {
    open_for_writing(database, contents, rules);
    records.emplace(database);
    writer.emplace(database, contents.provenance);
  }

  Database database;
  // Readers and writers hold statements, which end before the database does.
  std::optional<detail::RecordReader> records;
  std::optional<detail::CellWriter> writer;
};

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::open(const std::string& path, const StoreContents& contents, const OpenRules& rules) {
  return Store(std::make_unique<Connection>(path, contents, rules));
}

std::vector<CellResult> Store::finished() const { return read_cells(connection_->database); }

std::vector<Provenance> Store::provenances() const {
  return detail::read_provenances(connection_->database);
}

void Store::read_records(CellResult& result) const {
  require_records(connection_->database, *connection_->records, result);
}

bool Store::append(const CellResult& result, const std::atomic<bool>& stop) {
  connection_->database.fail_while_running();
  check_is_there();
  return connection_->writer->write(result, stop);
}

void Store::check_is_there() const {
  if (!connection_->database.has_moved()) return;
  throw StoreError(connection_->database.path() +
                   ": the file is gone: it was deleted, moved or replaced while the run was "
                   "writing it; what is under that name now is not this run's");
}

void Store::close() && {
  check_is_there();
  const std::string path = connection_->database.path();
  connection_.reset();
  try {
    static_cast<void>(StoreReader(path).cells());
  } catch (const StoreError&) {
    return;  // the next run holds it already
  } catch (const SpecError& error) {
    throw StoreError(std::string(error.what()) + "; somebody wrote to it during the run");
  }
}

void Store::keep_journal() { connection_->database.keep_journal(); }

StoreReader::StoreReader(const std::string& path, int wait_ms, const MakeUpgrade& upgrade)
    : database_(open_for_reading(path, wait_ms, upgrade, is_live_)) {
  detail::check_seal(*database_);
  static_cast<void>(header());
  records_ = std::make_unique<detail::RecordReader>(*database_);
}

StoreHeader StoreReader::header() const { return detail::read_header(*database_); }

std::vector<ObjectiveInfo> StoreReader::objectives() const {
  return detail::read_objectives(*database_);
}

std::vector<Provenance> StoreReader::provenances() const {
  return detail::read_provenances(*database_);
}

std::vector<CellResult> StoreReader::cells() const { return detail::read_cells(*database_); }

void StoreReader::read_records(CellResult& result) const {
  require_records(*database_, *records_, result);
}

ManyReads::ManyReads(const StoreReader& store) : records_(*store.records_) {
  records_.share_lock(true);
}

ManyReads::~ManyReads() { records_.share_lock(false); }

}  // namespace sweep
