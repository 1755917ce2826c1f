#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

namespace sweep {

inline constexpr std::string_view kBlanks = " \t\r\n";

/// The text without blanks at both ends.
std::string_view trimmed(std::string_view text);

/// The parts between the separators; one more than there are separators. Blanks stay.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The number that the whole text is, in C notation whatever the locale; "nan" and "inf" are reals.
template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

}  // namespace sweep
