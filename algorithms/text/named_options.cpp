#include "algorithms/text/named_options.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

constexpr std::string_view kPathKey = "file";  // its value may hold anything but '&'
constexpr std::string_view kFormulaKey =
    "of";  // and so may this one's, but for '&' outside brackets

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }
bool is_key_char(char c) { return is_letter(c) || ('0' <= c && c <= '9') || c == '_' || c == '-'; }
bool is_value_char(char c) { return is_key_char(c) || c == '.' || c == '+' || c == '/'; }

// Characters of a value, then options in brackets or nothing: `ackley(dim=5&shift=3)`. What is in
// the brackets is read by whoever reads the value.
bool looks_like_value(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '(') {
      ++depth;
    } else if (c == ')') {
      const bool ends = --depth > 0 || i + 1 == text.size();
      if (depth < 0 || !ends) return false;
    } else if (!is_value_char(c) && (depth == 0 || (c != '=' && c != '&'))) {
      return false;
    }
  }
  return depth == 0 && !text.empty() && text.front() != '(';
}

// The parts between the '&' that stand outside of brackets.
std::vector<std::string_view> option_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    if (text[i] != '&' || depth > 0) continue;
    parts.push_back(text.substr(start, i - start));
    start = i + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

bool looks_like_key(std::string_view text) {
  return !text.empty() && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), is_key_char);
}

bool looks_like_option(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view key = text.substr(0, equals);
  const std::string_view value = text.substr(equals + 1);
  if (key == kPathKey) return !value.empty();
  if (key == kFormulaKey) return !value.empty() && value.front() != '=';  // of==1 compares
  return looks_like_key(key) && looks_like_value(value);
}

std::string what_is_wrong_with(std::string_view option) {
  const std::size_t equals = option.find('=');
  if (equals == std::string_view::npos || !looks_like_key(option.substr(0, equals))) {
    return fmt::format("option \"{}\" is not of the form key=value", excerpt(option));
  }
  const std::string_view value = option.substr(equals + 1);
  if (value.empty()) return fmt::format("option \"{}\" has no value", excerpt(option));
  const bool is_nested = value.find('?') != std::string_view::npos;
  return fmt::format("{} = {}: expected {}", option.substr(0, equals), excerpt(value),
                     is_nested ? "options of a value in brackets: a=b(c=d)"
                               : "letters, digits and .+-/_, then options in brackets or nothing");
}

}  // namespace

bool looks_like_options(std::string_view text) {
  const std::vector<std::string_view> parts = option_parts(text);
  return std::all_of(parts.begin(), parts.end(), looks_like_option);
}

Settings parse_option_list(std::string_view text, std::string_view owner) {
  Settings options;
  for (const std::string_view part : option_parts(trimmed(text))) {
    if (!looks_like_option(part)) {
      throw SpecError(fmt::format("{}: {}", owner, what_is_wrong_with(part)));
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
      parse_option_list(text.substr(mark + 1), fmt::format("{} \"{}\"", kind, excerpt(named.name)));
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
