#include "objectives/nested.hpp"

#include <algorithm>

#include "algorithms/text/named_options.hpp"
#include "algorithms/text/text.hpp"
#include "objectives/catalog.hpp"
#include "objectives/spec.hpp"

namespace sweep {
namespace {

bool is_name_character(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-' ||
         c == '_' || c == '/';
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_name_character);
}

// True of `ackley(dim=5)`: a name, then options in brackets up to the end.
bool has_options(std::string_view value) {
  const std::size_t bracket = value.find('(');
  if (bracket == std::string_view::npos || value.back() != ')') return false;
  const std::string_view inside = value.substr(bracket + 1, value.size() - bracket - 2);
  return is_name(value.substr(0, bracket)) && looks_like_options(inside);
}

// True of `ackley?dim=5`, which is no formula, and options go in brackets.
bool has_bare_options(std::string_view value) {
  const std::size_t mark = value.find('?');
  return mark != std::string_view::npos && is_name(trimmed(value.substr(0, mark))) &&
         looks_like_options(trimmed(value.substr(mark + 1)));
}

std::string_view without_quotes(std::string_view text) {
  text = trimmed(text);
  const bool is_quoted = text.size() > 1 && text.front() == text.back() &&
                         (text.front() == '\'' || text.front() == '"');
  return is_quoted ? trimmed(text.substr(1, text.size() - 2)) : text;
}

}  // namespace

std::optional<NestedObjective> NestedObjective::read(std::string_view text) {
  const std::string_view bare = without_quotes(text);
  if (has_bare_options(bare)) return std::nullopt;
  return NestedObjective{std::string(bare)};
}

std::string NestedObjective::canonical(std::string_view text) {
  const std::string_view bare = without_quotes(text);
  const bool is_formula = !is_name(bare) && !has_options(bare);
  if (is_formula) return sweep::canonical({std::string(bare), {}}, {}).name;
  return to_nested(canonical_objective(from_nested(bare)));
}

Objective NestedObjective::make(const std::optional<SearchSpace>& space) const {
  return make_objective(from_nested(value), space);
}

std::string from_nested(std::string_view value) {
  std::string objective(value);
  if (!has_options(value)) return objective;
  objective[value.find('(')] = '?';
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

}  // namespace sweep
