#include "bench/store/store.hpp"

#include <optional>
#include <utility>

#include "bench/store/rows.hpp"

namespace sweep {
namespace {

using detail::Database;

// In exclusive mode the lock taken here is held to the end, and the journal needs no shared memory.
void prepare_for_writing(Database& database, const StoreHeader& header) {
  database.execute("PRAGMA locking_mode=EXCLUSIVE");
  database.execute("BEGIN EXCLUSIVE");
  create_or_check(database, header);
  database.execute("COMMIT");
  // 8000 pages, 32 MB, of journal: moving them into the file waits for the disk, so does it rarely.
  database.execute(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=8000");
}

void require_records(Database& database, CellResult& result) {
  if (!detail::read_records(database, result)) database.refuse("the store has no such cell");
}

}  // namespace

struct Store::Connection {
  Connection(const std::string& path, const StoreHeader& header, int wait_ms)
      : database(path, Database::Access::write, wait_ms) {
    prepare_for_writing(database, header);
    writer.emplace(database);
  }

  Database database;
  std::optional<detail::CellWriter> writer;  // its statements end before the database does
};

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::open(const std::string& path, const StoreHeader& header, int wait_ms) {
  return Store(std::make_unique<Connection>(path, header, wait_ms));
}

std::vector<CellResult> Store::finished() const { return read_cells(connection_->database); }

void Store::read_records(CellResult& result) const {
  require_records(connection_->database, result);
}

bool Store::append(const CellResult& result, const std::atomic<bool>& stop) {
  connection_->database.fail_while_running();
  return connection_->writer->write(result, stop);
}

void Store::keep_journal() { connection_->database.keep_journal(); }

StoreReader::StoreReader(const std::string& path, int wait_ms)
    : database_(std::make_unique<Database>(path, Database::Access::read, wait_ms)) {
  static_cast<void>(header());
}

StoreHeader StoreReader::header() const { return detail::read_header(*database_); }

std::vector<CellResult> StoreReader::cells() const { return detail::read_cells(*database_); }

void StoreReader::read_records(CellResult& result) const { require_records(*database_, result); }

}  // namespace sweep
