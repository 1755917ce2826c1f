#include "algorithms/text/printable.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "algorithms/text/utf8.hpp"

namespace sweep {
namespace {

std::string shown(char32_t code) {
  const auto number = static_cast<unsigned>(code);
  return number < 0x80 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
}

std::string with_all_shown(std::string_view text, std::string_view exempt) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    if (length == 0) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[i++]));
      continue;
    }
    const std::string_view sequence = text.substr(i, length);
    const char32_t code = code_point(sequence);
    const bool is_left = !is_hidden(code) || exempt.find(text[i]) != std::string_view::npos;
    result += is_left ? std::string(sequence) : shown(code);
    i += length;
  }
  return result;
}

}  // namespace

std::string printable(std::string_view text) { return with_all_shown(text, ""); }
std::string printable_lines(std::string_view text) { return with_all_shown(text, "\n\t"); }

}  // namespace sweep
