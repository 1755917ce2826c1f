#include "objectives/spec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"
#include "objectives/slice.hpp"

namespace sweep {
namespace {

/// A number in its shortest form; any other text as it is.
std::string shortest(const std::string& text) {
  if (const auto whole = parse_number<std::uint64_t>(text)) return fmt::format("{}", *whole);
  if (const auto real = parse_number<double>(text)) return fmt::format("{}", *real);
  return text;
}

bool is_path(std::string_view key, std::span<const OptionRow> options) {
  return std::any_of(options.begin(), options.end(), [&](const OptionRow& option) {
    return option.name == key && option.allowed == kPathOption;
  });
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

/// The items of a list, from the pieces between its commas: a slice has commas of its own.
class ObjectiveItems {
 public:
  explicit ObjectiveItems(std::string_view list) : list_(list) {}

  void add(std::string_view piece) {
    if (piece.empty()) {
      throw SpecError(fmt::format("objective {} of the list \"{}\" is empty", items_.size() + 1,
                                  excerpt(list_)));
    }
    if (seams_.continues_slice(piece)) {
      items_.back().append(",").append(piece);
    } else {
      items_.emplace_back(piece);
    }
  }
  [[nodiscard]] const std::vector<std::string>& all() const { return items_; }

 private:
  std::string_view list_;
  SliceSeams seams_;
  std::vector<std::string> items_;
};

}  // namespace

NamedOptions parse_objective(std::string_view text) {
  std::string line(text);  // without line ends, so that a message about it is one line, too
  std::replace_if(
      line.begin(), line.end(), [](char c) { return kBlanks.find(c) != kBlanks.npos; }, ' ');
  const std::string_view whole = line;
  const std::size_t mark = whole.rfind('?');
  const std::string_view options = mark == whole.npos ? "" : trimmed(whole.substr(mark + 1));
  if (!looks_like_options(options)) return {std::string(trimmed(whole)), {}};
  const std::string name(trimmed(whole.substr(0, mark)));
  return {name, parse_option_list(options, fmt::format("objective \"{}\"", excerpt(name)))};
}

NamedOptions canonical(NamedOptions spec, std::span<const OptionRow> options) {
  spec.name = collapsed_blanks(spec.name);
  for (auto& [key, value] : spec.options) {
    if (!is_path(key, options)) value = shortest(value);
  }
  for (const OptionRow& option : options) {
    const auto found = spec.options.find(std::string(option.name));
    if (found != spec.options.end() && found->second == option.default_value) {
      spec.options.erase(found);
    }
  }
  return spec;
}

void check_option_names(const NamedOptions& spec, std::span<const OptionRow> known) {
  std::vector<std::string_view> names;
  for (const OptionRow& option : known) names.push_back(option.name);
  for (const auto& [key, value] : spec.options) {
    if (std::find(names.begin(), names.end(), key) != names.end()) continue;
    throw SpecError(fmt::format("objective \"{}\": {}", excerpt(spec.name),
                                unknown_name("option", key, names)));
  }
}

void refuse_option(const NamedOptions& spec, const std::string& key, std::string_view expected) {
  throw SpecError(fmt::format("objective \"{}\": {} = {}: expected {}", excerpt(spec.name), key,
                              excerpt(spec.options.at(key)), expected));
}

std::uint64_t whole_option(const NamedOptions& spec, const std::string& key, std::uint64_t standard,
                           std::uint64_t lo, std::uint64_t hi) {
  const auto found = spec.options.find(key);
  if (found == spec.options.end()) return standard;
  const auto number = parse_number<std::uint64_t>(found->second);
  if (!number || *number < lo || *number > hi) {
    refuse_option(spec, key, fmt::format("a whole number in [{}, {}]", lo, hi));
  }
  return *number;
}

double real_option(const NamedOptions& spec, const std::string& key, double standard, double lo,
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

std::string from_nested(std::string_view value) {
  std::string objective(value);
  const std::size_t bracket = objective.find('(');
  if (bracket == std::string::npos) return objective;
  objective[bracket] = '?';
  objective.pop_back();
  return objective;
}

std::string to_nested(std::string_view objective) {
  std::string value(objective);
  const std::size_t mark = value.find('?');
  if (mark == std::string::npos) return value;
  value[mark] = '(';
  return value + ')';
}

std::vector<std::string> split_objectives(std::string_view list) {
  ObjectiveItems items(list);
  int depth = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= list.size(); ++i) {
    const char c = i < list.size() ? list[i] : ',';
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') depth = std::max(0, depth - 1);
    if (i < list.size() && (c != ',' || depth > 0)) continue;
    items.add(trimmed(list.substr(start, i - start)));
    start = i + 1;
  }
  return items.all();
}

}  // namespace sweep
