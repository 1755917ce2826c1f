#include "objectives/spec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "algorithms/space/error.hpp"
#include "algorithms/space/names.hpp"

namespace sweep {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }
bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_key_char(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }
bool is_value_char(char c) { return is_key_char(c) || c == '.' || c == '+'; }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

bool looks_like_option(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view key = text.substr(0, equals);
  const std::string_view value = text.substr(equals + 1);
  return !key.empty() && is_letter(key.front()) &&
         std::all_of(key.begin(), key.end(), is_key_char) && !value.empty() &&
         std::all_of(value.begin(), value.end(), is_value_char);
}

bool looks_like_options(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '&');
  return std::all_of(parts.begin(), parts.end(), looks_like_option);
}

ObjectiveSpec take_apart(std::string_view text, std::size_t mark) {
  std::string line(text);  // so that a message about it is one, too
  std::replace_if(
      line.begin(), line.end(), [](char c) { return kBlanks.find(c) != kBlanks.npos; }, ' ');
  const std::string_view whole = line;
  ObjectiveSpec spec{std::string(trimmed(whole.substr(0, mark))), {}};
  if (mark == std::string_view::npos) return spec;
  for (const std::string_view part : split(trimmed(whole.substr(mark + 1)), '&')) {
    if (!looks_like_option(part)) {
      throw SpecError(fmt::format("objective \"{}\": option \"{}\" is not of the form key=value",
                                  spec.name, part));
    }
    const std::size_t equals = part.find('=');
    const std::string key(part.substr(0, equals));
    if (!spec.options.emplace(key, part.substr(equals + 1)).second) {
      throw SpecError(
          fmt::format("objective \"{}\": option \"{}\" is given twice", spec.name, key));
    }
  }
  return spec;
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return number;
}

/// A number in its shortest form; any other text as it is.
std::string shortest(const std::string& text) {
  if (const auto whole = parse_number<std::uint64_t>(text)) return fmt::format("{}", *whole);
  if (const auto real = parse_number<double>(text)) return fmt::format("{}", *real);
  return text;
}

std::string collapsed_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (kBlanks.find(c) == std::string_view::npos) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(kBlanks);
  if (start == std::string_view::npos) return "";
  return text.substr(start, text.find_last_not_of(kBlanks) - start + 1);
}

ObjectiveSpec parse_objective_spec(std::string_view text) {
  const std::size_t mark = text.rfind('?');
  const bool has_options =
      mark != std::string_view::npos && looks_like_options(trimmed(text.substr(mark + 1)));
  return take_apart(text, has_options ? mark : std::string_view::npos);
}

ObjectiveSpec parse_strict_objective_spec(std::string_view text) {
  return take_apart(text, text.find('?'));
}

std::string to_text(const ObjectiveSpec& spec) {
  std::string text = spec.name;
  char separator = '?';
  for (const auto& [key, value] : spec.options) {
    text += fmt::format("{}{}={}", separator, key, value);
    separator = '&';
  }
  return text;
}

ObjectiveSpec canonical(ObjectiveSpec spec, std::span<const OptionRow> options) {
  spec.name = collapsed_blanks(spec.name);
  for (auto& [key, value] : spec.options) value = shortest(value);
  for (const OptionRow& option : options) {
    const auto found = spec.options.find(std::string(option.name));
    if (found != spec.options.end() && found->second == option.default_value) {
      spec.options.erase(found);
    }
  }
  return spec;
}

void check_option_names(const ObjectiveSpec& spec, std::span<const OptionRow> known) {
  std::vector<std::string_view> names;
  for (const OptionRow& option : known) names.push_back(option.name);
  for (const auto& [key, value] : spec.options) {
    if (std::find(names.begin(), names.end(), key) != names.end()) continue;
    throw SpecError(
        fmt::format("objective \"{}\": {}", spec.name, unknown_name("option", key, names)));
  }
}

void refuse_option(const ObjectiveSpec& spec, const std::string& key, std::string_view expected) {
  throw SpecError(fmt::format("objective \"{}\": {} = {}: expected {}", spec.name, key,
                              spec.options.at(key), expected));
}

std::uint64_t whole_option(const ObjectiveSpec& spec, const std::string& key,
                           std::uint64_t standard, std::uint64_t lo, std::uint64_t hi) {
  const auto found = spec.options.find(key);
  if (found == spec.options.end()) return standard;
  const auto number = parse_number<std::uint64_t>(found->second);
  if (!number || *number < lo || *number > hi) {
    refuse_option(spec, key, fmt::format("a whole number in [{}, {}]", lo, hi));
  }
  return *number;
}

double real_option(const ObjectiveSpec& spec, const std::string& key, double standard, double lo,
                   double hi) {
  const auto found = spec.options.find(key);
  if (found == spec.options.end()) return standard;
  const auto number = parse_number<double>(found->second);
  if (!number || !std::isfinite(*number) || *number < lo || *number > hi) {
    refuse_option(spec, key,
                  std::isfinite(hi) ? fmt::format("a number in [{}, {}]", lo, hi)
                                    : fmt::format("a finite number >= {}", lo));
  }
  return *number;
}

std::vector<std::string> split_objectives(std::string_view list) {
  std::vector<std::string> items;
  int depth = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= list.size(); ++i) {
    const char c = i < list.size() ? list[i] : ',';
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') depth = std::max(0, depth - 1);
    if (i < list.size() && (c != ',' || depth > 0)) continue;
    items.emplace_back(trimmed(list.substr(start, i - start)));
    if (items.back().empty()) {
      throw SpecError(fmt::format("objective {} of the list \"{}\" is empty", items.size(), list));
    }
    start = i + 1;
  }
  return items;
}

}  // namespace sweep
