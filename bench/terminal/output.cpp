#include "bench/terminal/output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>

#include "algorithms/config/utf8.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {

void print_text(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_json(const Value& value) { print_text(to_json(value) + "\n"); }

void print_warning(std::string_view text) {
  fmt::print(stderr, "{} {}\n", styled("warning:", Style::yellow, STDERR_FILENO), printable(text));
}

void print_error(std::string_view text) {
  fmt::print(stderr, "{} {}\n", styled("error:", Style::red, STDERR_FILENO), printable(text));
}
void print_note(std::string_view text) { fmt::print(stderr, "{}\n", printable(text)); }

std::string printable(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    if (length == 0 || is_control(text[i])) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[i]));
      ++i;
    } else {
      result += text.substr(i, length);
      i += length;
    }
  }
  return result;
}

}  // namespace sweep
