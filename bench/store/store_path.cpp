#include "bench/store/store_path.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string_view>
#include <system_error>

namespace sweep::detail {
namespace {

namespace fs = std::filesystem;

// SQLite takes a file of less than 512 bytes for an empty one and would write over it.
std::string problem_of_content(const fs::path& file) {
  constexpr std::string_view kFirstBytes{"SQLite format 3\0", 16};
  constexpr std::uintmax_t kSmallestDatabase = 512;
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  if (error || size == 0) return error ? error.message() : "";
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return "";  // SQLite says why it cannot be opened
  std::string first(kFirstBytes.size(), '\0');
  stream.read(first.data(), static_cast<std::streamsize>(first.size()));
  if (first != kFirstBytes) return "this is not a store";
  return size < kSmallestDatabase ? "the store is damaged: it is cut short" : "";
}

// SQLite keeps room for 512 bytes of the whole path, less those of "-journal".
std::string problem_of_length(const fs::path& file) {
  constexpr std::size_t kLongest = 504;
  std::error_code error;
  const std::size_t length = fs::weakly_canonical(file, error).string().size();
  if (error || length <= kLongest) return "";
  return fmt::format("the whole path has {} bytes, expected at most {}; choose a shorter one",
                     length, kLongest);
}

}  // namespace

std::string problem_of_path(const std::string& path, bool may_be_new) {
  if (path.empty()) return "the name of the file is empty";
  if (path == "-") return "a store needs a file of its own";
  std::error_code error;
  const fs::path file = fs::absolute(path, error);
  if (std::string problem = problem_of_length(file); !problem.empty()) return problem;
  const fs::file_status status = fs::status(file, error);
  if (fs::is_directory(status)) return "this is a folder, expected a file";
  if (fs::exists(status) && !fs::is_regular_file(status)) return "this is not a regular file";
  if (fs::exists(status)) return problem_of_content(file);
  if (error && status.type() != fs::file_type::not_found) return error.message();
  if (!may_be_new) return "there is no such file";
  const fs::path folder = file.parent_path();
  if (!fs::is_directory(folder, error))
    return fmt::format("there is no folder {}", folder.string());
  if (::access(folder.c_str(), W_OK) != 0) {
    return fmt::format("no permission to write in folder {}", folder.string());
  }
  return "";
}

}  // namespace sweep::detail
