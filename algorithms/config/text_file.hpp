#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sweep {

/// What a text from outside may cost. A text beyond a limit is refused, and never read further.
struct TextLimits {
  std::size_t bytes = std::size_t{1} << 20;
  std::size_t depth = 64;       // lists and maps within each other
  std::size_t nodes = 100'000;  // scalars, lists and maps, every alias counted as what it repeats
};

/// The content of a file, never more than `max_bytes` of it. Throws ConfigError for a file that is
/// missing, unreadable, no regular file or pipe, or longer.
std::string read_text_file(const std::string& path, std::size_t max_bytes);

/// Reads standard input, within the same limit.
std::string read_standard_input(std::size_t max_bytes);

/// The content of a file, or of the standard input for "-". Throws ConfigError likewise.
std::string read_input(const std::string& path, std::size_t max_bytes);

/// How messages call it: the path, or "standard input".
std::string input_name(const std::string& path);

/// The path of what a file names: beside that file, so that it works from any folder; an absolute
/// path and "-" are as they are.
std::string path_beside(const std::string& file_name, const std::string& path);

/// The text without a byte order mark. Throws ConfigError, with the position, for a text that is
/// too long, holds a control character (NUL too) or is not UTF-8.
std::string_view checked_text(std::string_view text, const std::string& file_name,
                              std::size_t max_bytes);

}  // namespace sweep
