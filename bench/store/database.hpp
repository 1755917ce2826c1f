#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace sweep {

/// A store cannot go on: the disk is full, another run holds it, reading failed. The file that was
/// named is right, the moment or the machine is not; programs answer with exit code 1. A path that
/// can never work is a SpecError.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Another process holds the store.
class StoreBusy : public StoreError {
 public:
  explicit StoreBusy(const std::string& path);
  StoreBusy(const std::string& path, const char* why) : StoreError(path + ": " + why) {}
};

namespace detail {

class Statement;

/// A connection to an SQLite file that turns each failure into one line that names the file.
class Database {
 public:
  enum class Access { write, read };

  /// Refuses with a SpecError whatever is no regular file, or cannot be opened or created.
  /// Waits at most `wait_ms` for a file that another process holds.
  Database(const std::string& path, Access access, int wait_ms)
      : Database(path, access, wait_ms, path) {}
  /// Opens it likewise; messages call the file by this name.
  Database(const std::string& path, Access access, int wait_ms, std::string name);
  /// Folds what was written into the file, so that nothing lies beside it, unless keep_journal().
  ~Database();
  /// A copy of the content in a temporary database that nobody else sees; messages name this file.
  [[nodiscard]] std::unique_ptr<Database> private_copy() const;
  Database(const Database&) = delete;  // statements point to it
  Database& operator=(const Database&) = delete;

  [[nodiscard]] const std::string& path() const { return name_; }
  void execute(const char* sql);
  /// The first column of the first row, as a number.
  std::int64_t number(const char* sql);
  /// The first column of the first row, as text.
  std::string text(const char* sql);
  Statement prepare(const char* sql);
  /// Says that from now on nothing is the fault of the path that was given.
  void fail_while_running() { running_ = true; }
  /// Says that from now on closing takes no time, and leaves a journal for the next to open the
  /// file.
  void keep_journal();
  /// Whether the file that was opened is no longer the one of that name: it was deleted, moved or
  /// replaced.
  bool has_moved();
  /// Whether no page of the file contradicts another.
  bool is_sound();

  [[noreturn]] void fail(int code) const;
  [[noreturn]] void refuse(std::string_view why) const;

 private:
  explicit Database(std::string name) : name_(std::move(name)), access_(Access::read) {}
  [[nodiscard]] std::string reason_of(int primary) const;
  [[nodiscard]] bool may_be_locked() const;

  struct Closer {
    void operator()(sqlite3* connection) const;
  };
  std::string name_;    // in messages
  std::string folder_;  // of the file; empty for a temporary one
  std::unique_ptr<sqlite3, Closer> connection_;
  Access access_;
  bool running_ = false;
  bool keeps_journal_ = false;
  bool had_journal_ = false;
};

/// A prepared statement, used again and again. Parameters count from 1, columns from 0.
class Statement {
 public:
  Statement(const Database& database, sqlite3_stmt* statement)
      : database_(&database), statement_(statement) {}

  Statement& bind(int parameter, std::int64_t number);
  Statement& bind(int parameter, double number);  // NaN becomes NULL
  Statement& bind(int parameter, std::string_view text);
  Statement& bind_blob(int parameter, std::string_view bytes);
  Statement& bind_null(int parameter);

  /// True if it stands on a row, false at the end, where it may be bound anew.
  bool step();
  /// Runs a statement that gives no rows.
  void run();
  void reset() noexcept;

  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;  // NULL becomes NaN
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::string blob(int column) const;
  /// Throws the SpecError "FILE: the store is damaged: WHY".
  [[noreturn]] void refuse_damage(std::string_view why) const;

 private:
  struct Finaliser {
    void operator()(sqlite3_stmt* statement) const;
  };
  void check(int code) const;

  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finaliser> statement_;
};

}  // namespace detail
}  // namespace sweep
