#include "algorithms/space/named_options.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "algorithms/space/error.hpp"
#include "algorithms/space/text.hpp"

namespace sweep {
namespace {

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }
bool is_key_char(char c) { return is_letter(c) || ('0' <= c && c <= '9') || c == '_' || c == '-'; }
bool is_value_char(char c) { return is_key_char(c) || c == '.' || c == '+'; }

bool looks_like_option(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view key = text.substr(0, equals);
  const std::string_view value = text.substr(equals + 1);
  return !key.empty() && is_letter(key.front()) &&
         std::all_of(key.begin(), key.end(), is_key_char) && !value.empty() &&
         std::all_of(value.begin(), value.end(), is_value_char);
}

}  // namespace

bool looks_like_options(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '&');
  return std::all_of(parts.begin(), parts.end(), looks_like_option);
}

Settings parse_option_list(std::string_view text, std::string_view owner) {
  Settings options;
  for (const std::string_view part : split(trimmed(text), '&')) {
    if (!looks_like_option(part)) {
      throw SpecError(fmt::format("{}: option \"{}\" is not of the form key=value", owner, part));
    }
    const std::size_t equals = part.find('=');
    const std::string key(part.substr(0, equals));
    if (!options.emplace(key, part.substr(equals + 1)).second) {
      throw SpecError(fmt::format("{}: option \"{}\" is given twice", owner, key));
    }
  }
  return options;
}

NamedOptions parse_named_options(std::string_view text, std::string_view kind) {
  const std::size_t mark = text.find('?');
  NamedOptions named{std::string(trimmed(text.substr(0, mark))), {}};
  if (mark == std::string_view::npos) return named;
  named.options =
      parse_option_list(text.substr(mark + 1), fmt::format("{} \"{}\"", kind, named.name));
  return named;
}

std::string to_text(const NamedOptions& named) {
  std::string text = named.name;
  char separator = '?';
  for (const auto& [key, value] : named.options) {
    text += fmt::format("{}{}={}", separator, key, value);
    separator = '&';
  }
  return text;
}

}  // namespace sweep
