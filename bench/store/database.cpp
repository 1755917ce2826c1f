#include "bench/store/database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <limits>
#include <utility>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "bench/store/store_path.hpp"

namespace sweep {

StoreBusy::StoreBusy(const std::string& path)
    : StoreError(path +
                 ": another run is writing this store; wait for its end or choose another file") {}

namespace detail {
namespace {

namespace fs = std::filesystem;

bool has_journal(const std::string& file) {
  std::error_code ignored;
  return fs::exists(file + "-wal", ignored) || fs::exists(file + "-journal", ignored);
}

bool is_fault_of_path(int code) {
  switch (code) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_ERROR:  // a table or column is missing
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_CONSTRAINT:  // rows contradict each other
      return true;
    default:
      return false;
  }
}

std::string reason(sqlite3* connection, int code) {
  const int system_error = connection == nullptr ? 0 : sqlite3_system_errno(connection);
  const std::string system =
      system_error == 0 ? "" : fmt::format(": {}", std::strerror(system_error));
  switch (code) {
    case SQLITE_NOTADB:
      return "this is not a store";
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:
      return fmt::format("the store is damaged: {}", excerpt(sqlite3_errmsg(connection)));
    case SQLITE_FULL:
      return "the disk is full; everything stored before is safe";
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "the file, or its folder, is read-only";
    case SQLITE_CANTOPEN:
      return "the file cannot be opened" + system;
    case SQLITE_IOERR:
      return "reading or writing failed" + system + "; everything stored before is safe";
    case SQLITE_CONSTRAINT:
      return "the cell is already stored";
    default:
      return connection == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(connection);
  }
}

}  // namespace

void Database::Closer::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Database::Database(const std::string& path, Access access, int wait_ms, std::string name)
    : name_(std::move(name)), access_(access) {
  if (const std::string problem = problem_of_path(path, access == Access::write); !problem.empty())
    refuse(problem);
  // An absolute path has no second meaning, as ":memory:" would.
  const std::string file = fs::absolute(path).string();
  folder_ = fs::path(file).parent_path().string();
  had_journal_ = has_journal(file);
  const int create = access == Access::write ? SQLITE_OPEN_CREATE : 0;
  sqlite3* connection = nullptr;
  const int code =
      sqlite3_open_v2(file.c_str(), &connection, SQLITE_OPEN_READWRITE | create, nullptr);
  connection_.reset(connection);
  if (code != SQLITE_OK) fail(code);
  if (access == Access::write && sqlite3_db_readonly(connection, "main") == 1)
    fail(SQLITE_READONLY);
  sqlite3_busy_timeout(connection, wait_ms);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  execute("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON");
  // Alone, folding a journal in needs no shared memory, whose file would stay on a full disk.
  if (access == Access::read && had_journal_ && may_be_locked()) {
    execute("PRAGMA locking_mode=EXCLUSIVE");
  }
}

bool Database::may_be_locked() const {
  return sqlite3_db_readonly(connection_.get(), "main") == 0 &&
         ::access(folder_.c_str(), W_OK) == 0;
}

std::unique_ptr<Database> Database::private_copy() const {
  std::unique_ptr<Database> copy(new Database(name_));
  sqlite3* connection = nullptr;
  const int code = sqlite3_open("", &connection);  // a temporary file, gone once it is closed
  copy->connection_.reset(connection);
  if (code != SQLITE_OK) copy->fail(code);
  sqlite3_backup* backup = sqlite3_backup_init(connection, "main", connection_.get(), "main");
  if (backup == nullptr) copy->fail(sqlite3_errcode(connection));
  const int step = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (step != SQLITE_DONE) copy->fail(step);
  return copy;
}

Database::~Database() {
  if (access_ == Access::read || keeps_journal_) return;
  // Where this fails the journal stays beside the file, and the next to open it folds it in.
  sqlite3_exec(connection_.get(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
}

void Database::execute(const char* sql) {
  const int code = sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(const char* sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(const char* sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.text(0) : "";
}

Statement Database::prepare(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  return {*this, statement};
}

void Database::keep_journal() {
  sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  keeps_journal_ = true;
}

bool Database::has_moved() {
  int moved = 0;
  sqlite3_file_control(connection_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved != 0;
}

bool Database::is_sound() {
  Statement check = prepare("PRAGMA integrity_check(1)");
  return check.step() && check.text(0) == "ok";
}

// A journal is folded in before anything is read, which writes beside the file.
std::string Database::reason_of(int primary) const {
  const bool is_refused = primary == SQLITE_CANTOPEN || primary == SQLITE_READONLY;
  if (is_refused && had_journal_) {
    if (::access(folder_.c_str(), W_OK) != 0) {
      return fmt::format(
          "the run was killed and left a journal; to recover the store, its folder {} must be "
          "writable",
          folder_);
    }
  }
  if (primary == SQLITE_CONSTRAINT && !running_) {
    return "the store is damaged: its rows contradict each other";
  }
  return reason(connection_.get(), primary);
}

void Database::fail(int code) const {
  const int primary = code & 0xff;
  if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED) throw StoreBusy(name_);
  const std::string message = fmt::format("{}: {}", name_, reason_of(primary));
  if (!running_ && is_fault_of_path(primary)) throw SpecError(message);
  throw StoreError(message);
}

void Database::refuse(std::string_view why) const {
  throw SpecError(fmt::format("{}: {}", name_, why));
}

void Statement::Finaliser::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) database_->fail(code);
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), parameter, number));
  return *this;
}

Statement& Statement::bind(int parameter, double number) {
  check(sqlite3_bind_double(statement_.get(), parameter, number));
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  check(sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  check(sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(),
                            SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bind_null(int parameter) {
  check(sqlite3_bind_null(statement_.get(), parameter));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(statement_.get());
  if (code != SQLITE_DONE) database_->fail(code);
  return false;
}

void Statement::run() {
  while (step()) continue;
}

void Statement::reset() noexcept { sqlite3_reset(statement_.get()); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
  return is_null(column) ? std::numeric_limits<double>::quiet_NaN()
                         : sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const auto* begin = sqlite3_column_text(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return begin == nullptr ? "" : std::string(reinterpret_cast<const char*>(begin), size);
}

std::string Statement::blob(int column) const {
  const void* begin = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return begin == nullptr ? "" : std::string(static_cast<const char*>(begin), size);
}

void Statement::refuse_damage(std::string_view why) const {
  database_->refuse(fmt::format("the store is damaged: {}", why));
}

}  // namespace detail
}  // namespace sweep
