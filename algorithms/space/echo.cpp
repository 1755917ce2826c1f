#include "algorithms/space/echo.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace sweep {
namespace {

constexpr std::size_t kMostEchoed = 200;

bool is_control(std::uint32_t code) { return code < 0x20 || (0x7f <= code && code < 0xa0); }

std::uint32_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// The length of the character that the text begins with; 0 if it is none, or a control.
std::size_t printable_length(std::string_view text) {
  const std::uint32_t first = byte_at(text, 0);
  if (first < 0x80) return is_control(first) ? 0 : 1;
  const std::size_t length = first < 0xc2   ? 0
                             : first < 0xe0 ? 2
                             : first < 0xf0 ? 3
                             : first < 0xf5 ? 4
                                            : 0;
  if (length == 0 || text.size() < length) return 0;
  std::uint32_t code = first & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte_at(text, i) & 0xc0U) != 0x80) return 0;
    code = code << 6U | (byte_at(text, i) & 0x3fU);
  }
  constexpr std::uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool is_surrogate = 0xd800 <= code && code < 0xe000;
  const bool is_valid = code >= kSmallest[length] && code <= 0x10ffff && !is_surrogate;
  return is_valid && !is_control(code) ? length : 0;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = printable_length(text);
    result += length > 0 ? std::string(text.substr(0, length))
                         : fmt::format("\\x{:02x}", byte_at(text, 0));
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return result;
}

std::string echoed(std::string_view text) {
  if (text.size() <= kMostEchoed) return escaped(text);
  std::size_t end = kMostEchoed;
  while (end > 0 && (byte_at(text, end) & 0xc0U) == 0x80) --end;  // no half of a character
  return escaped(text.substr(0, end)) + "...";
}

}  // namespace sweep
