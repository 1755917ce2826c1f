#include "bench/terminal/output_target.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

namespace fs = std::filesystem;

// "results/" is "results".
fs::path without_last_slash(const fs::path& path) {
  return path.has_filename() ? path : path.parent_path();
}

void check_is_free(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(path, error))) return;
  if (fs::is_directory(path, error)) {
    if (fs::is_empty(path, error) && !error) return;
    throw SpecError(
        fmt::format("{}: the folder is not empty; give the name of a new one", path.string()));
  }
  throw SpecError(fmt::format("{}: is there already; give a new name", path.string()));
}

void check_is_no_folder(const fs::path& path) {
  constexpr const char* kWanted = "expected the name of a new file";
  std::error_code error;
  if (fs::is_directory(path, error)) {
    throw SpecError(fmt::format("{}: is a folder, {}", path.string(), kWanted));
  }
  if (path.has_filename()) return;
  throw SpecError(fmt::format("{}: names a folder, {}", path.string(), kWanted));
}

void check_has_folder(const fs::path& path) {
  const fs::path parent = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code error;
  if (fs::is_directory(parent, error)) return;
  throw SpecError(fmt::format("{}: there is no folder {}", path.string(), parent.string()));
}

}  // namespace

OutputFile::OutputFile(fs::path path)
    : path_(std::move(path)), file_(std::fopen(path_.c_str(), "wb")) {
  if (file_) return;
  throw SpecError(fmt::format("{}: cannot be written: {}", path_.string(), std::strerror(errno)));
}

void OutputFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) fail();
}

void OutputFile::close() {
  if (std::fclose(file_.release()) != 0) fail();
}

void OutputFile::fail() const {
  throw std::runtime_error(
      fmt::format("{}: writing failed: {}", path_.string(), std::strerror(errno)));
}

OutputTarget::OutputTarget(const fs::path& path, Kind kind)
    : path_(without_last_slash(path)), partial_(path_.string() + ".partial") {
  if (kind == Kind::file) check_is_no_folder(path);
  check_has_folder(path_);
  check_is_free(path_);
  std::error_code error;
  if (!fs::exists(fs::symlink_status(partial_, error))) return;
  const std::string name = std::exchange(partial_, {}).string();
  throw SpecError(fmt::format("{}: is left of an export that was killed; remove it", name));
}

OutputTarget::~OutputTarget() {
  std::error_code ignored;
  if (!partial_.empty()) fs::remove_all(partial_, ignored);
}

void OutputTarget::complete() {
  std::error_code error;
  fs::rename(partial_, path_, error);
  if (error) {
    throw std::runtime_error(
        fmt::format("{}: writing failed: {}", path_.string(), error.message()));
  }
  partial_.clear();
}

namespace {

void write_whole(const std::string& path, std::string_view text) {
  OutputFile file(path);
  file.write(text);
  file.close();
}

}  // namespace

void check_is_replaceable(const std::string& path, std::string_view beginning) {
  check_is_no_folder(path);
  check_has_folder(path);
  std::error_code error;
  if (!fs::is_regular_file(path, error) || fs::is_empty(path, error)) return;
  std::string found(beginning.size(), '\0');
  std::ifstream(path, std::ios::binary)
      .read(found.data(), static_cast<std::streamsize>(found.size()));
  if (found == beginning) return;
  throw SpecError(
      fmt::format("{}: is there already, and is another kind of file; give a new name", path));
}

void replace_file(const std::string& name, std::string_view text, std::string_view beginning) {
  check_is_replaceable(name, beginning);
  std::error_code unknown;
  const bool is_device = fs::exists(name, unknown) && !fs::is_regular_file(name, unknown);
  if (is_device) return write_whole(name, text);
  const fs::path place = fs::weakly_canonical(name, unknown);
  const std::string path = unknown ? name : place.string();
  const std::string partial = path + ".partial";
  write_whole(partial, text);
  std::error_code error;
  fs::rename(partial, path, error);
  if (!error) return;
  const std::string reason = error.message();
  fs::remove(partial, error);
  throw SpecError(fmt::format("{}: cannot be written: {}", path, reason));
}

void append_line(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary | std::ios::app);
  file << text << '\n' << std::flush;
  if (!file) throw SpecError(fmt::format("{}: cannot be written", path));
}

void make_folders(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) {
    throw SpecError(fmt::format("{}: cannot be made: {}", path.string(), error.message()));
  }
}

}  // namespace sweep
