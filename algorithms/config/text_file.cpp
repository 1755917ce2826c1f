#include "algorithms/config/text_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "algorithms/config/diagnostic.hpp"
#include "algorithms/text/utf8.hpp"

namespace sweep {
namespace {

constexpr const char* kStandardInput = "standard input";

[[noreturn]] void refuse(const std::string& file_name, const std::string& text, Mark mark = {}) {
  throw ConfigError(file_name, {{mark, "", text}});
}

std::string size_text(std::size_t bytes) {
  constexpr std::size_t kMebibyte = std::size_t{1} << 20;
  return bytes % kMebibyte == 0 ? fmt::format("{} MiB", bytes / kMebibyte)
                                : fmt::format("{} bytes", bytes);
}

[[noreturn]] void refuse_size(const std::string& file_name, std::size_t max_bytes) {
  refuse(file_name, fmt::format("is longer than {}", size_text(max_bytes)));
}

Mark mark_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {static_cast<unsigned>(line), static_cast<unsigned>(offset - start + 1)};
}

/// A pipe has no size to ask for: reads up to one byte more than is allowed.
std::string read_stream(std::istream& stream, const std::string& name, std::size_t max_bytes) {
  std::string text;
  std::array<char, 1 << 16> block;
  while (text.size() <= max_bytes) {
    stream.read(block.data(), block.size());
    if (stream.gcount() == 0) break;
    text.append(block.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad()) refuse(name, "cannot be read");
  if (text.size() > max_bytes) refuse_size(name, max_bytes);
  return text;
}

}  // namespace

std::string read_text_file(const std::string& path, std::size_t max_bytes) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) refuse(path, "is a directory, expected a file");
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) refuse(path, fmt::format("cannot be opened: {}", std::strerror(errno)));
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > max_bytes) refuse_size(path, max_bytes);

  return read_stream(file, path, max_bytes);
}

std::string read_standard_input(std::size_t max_bytes) {
  return read_stream(std::cin, kStandardInput, max_bytes);
}

std::string read_input(const std::string& path, std::size_t max_bytes) {
  return path == "-" ? read_standard_input(max_bytes) : read_text_file(path, max_bytes);
}

std::string input_name(const std::string& path) { return path == "-" ? kStandardInput : path; }

std::string path_beside(const std::string& file_name, const std::string& path) {
  if (path == "-" || std::filesystem::path(path).is_absolute()) return path;
  return std::filesystem::path(file_name).parent_path() / path;
}

std::string_view checked_text(std::string_view text, const std::string& file_name,
                              std::size_t max_bytes) {
  if (text.size() > max_bytes) refuse_size(file_name, max_bytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    if (length == 0) refuse(file_name, "is not UTF-8 text", mark_of(text, i));
    if (is_control(text[i])) {
      const auto code = static_cast<unsigned char>(text[i]);
      refuse(file_name, fmt::format("holds the control character {:#04x}", code), mark_of(text, i));
    }
    i += length;
  }
  return text;
}

}  // namespace sweep
