#include "bench/store/snapshot.hpp"

#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ios>
#include <optional>
#include <string_view>
#include <system_error>
#include <tuple>

namespace sweep::detail {
namespace {

namespace fs = std::filesystem;

constexpr int kMsBetweenTries = 20;
constexpr std::size_t kHeaderBytes = 32;  // of a journal: its salts are among them

/// What tells that a store's file and journal are still the same ones.
struct StoreFiles {
  std::tuple<ino_t, off_t, std::int64_t, std::int64_t> file;  // inode, size, time of change
  std::string journal;                                        // its header; empty if there is none
  bool has_rollback = false;  // a transaction that is no cell's: the store is created or upgraded
  bool operator==(const StoreFiles&) const = default;
};

std::string first_bytes(const std::string& path, std::size_t count) {
  std::string bytes(count, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(count));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  return bytes;
}

std::optional<StoreFiles> files_of(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  std::error_code ignored;
  return StoreFiles{{status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec},
                    first_bytes(path + "-wal", kHeaderBytes),
                    fs::exists(path + "-journal", ignored)};
}

void copy_bytes(const fs::path& from, const fs::path& to, const std::string& store) {
  std::error_code error;
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
  if (!error || error == std::errc::no_such_file_or_directory) return;
  throw StoreError(fmt::format(
      "{}: a run is writing this store, and its copy in {} failed: {}; TMPDIR names another folder",
      store, to.parent_path().string(), error.message()));
}

// False if the writer came in between.
bool copy_at_one_moment(const std::string& path, const std::string& to, const std::string& name) {
  const auto before = files_of(path);
  if (!before || before->has_rollback) return false;
  copy_bytes(path, to, name);
  std::error_code ignored;
  fs::remove(to + "-wal", ignored);  // of the last try
  if (!before->journal.empty()) copy_bytes(path + "-wal", to + "-wal", name);
  return files_of(path) == before;
}

void pause() {
  const timespec time = {0, kMsBetweenTries * 1'000'000L};
  ::nanosleep(&time, nullptr);
}

/// A folder of its own for a copy of a store, removed with all that is in it.
class SnapshotFolder {
 public:
  SnapshotFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "sweep-bench-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) {
      throw StoreError(fmt::format("{}: a folder for a copy cannot be made: {}", name,
                                   error ? error.message() : std::strerror(errno)));
    }
    path_ = name;
  }
  ~SnapshotFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  SnapshotFolder(const SnapshotFolder&) = delete;
  SnapshotFolder& operator=(const SnapshotFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

std::unique_ptr<Database> snapshot_of(const std::string& path, int wait_ms) {
  const std::string file = fs::absolute(path).string();
  const SnapshotFolder folder;
  const std::string copied = (folder.path() / "store.db").string();
  for (int waited = 0; !copy_at_one_moment(file, copied, path); waited += kMsBetweenTries) {
    if (waited >= wait_ms) throw StoreBusy(path);
    pause();
  }
  auto database = std::make_unique<Database>(copied, Database::Access::read, wait_ms, path);
  // Opens the journal, too: from now on the files need no names.
  static_cast<void>(database->number("PRAGMA application_id"));
  return database;
}

}  // namespace sweep::detail
