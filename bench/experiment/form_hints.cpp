#include "bench/experiment/form_hints.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/named_options.hpp"
#include "algorithms/text/text.hpp"
#include "bench/experiment/keys.hpp"
#include "bench/experiment/method.hpp"
#include "objectives/catalog.hpp"
#include "objectives/family.hpp"
#include "objectives/suite.hpp"

namespace sweep {
namespace {

std::string_view flag_of(Named kind) { return kind == Named::method ? "--method" : "--objective"; }

template <class Rows>
bool has_name(const Rows& rows, std::string_view name) {
  return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name; });
}

bool names_objective(std::string_view word) {
  const std::string_view name = word.substr(0, word.find('?'));
  return has_name(objective_catalog(), name) || has_name(objective_templates(), name) ||
         family_member(name).has_value();
}

bool names_method(std::string_view word) {
  try {
    static_cast<void>(parse_method(word, {}));
    return true;
  } catch (const SpecError&) {
    return false;
  }
}

// `classic` for `suite:classic`; `bbob` alone is a family.
bool names_suite_alone(std::string_view word) { return has_name(objective_suites(), word); }

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words = split(text, ' ');
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  return words;
}

// Nothing of an expression: no operator, no bracket.
bool looks_like_name(std::string_view word) {
  constexpr std::string_view kOther = "/?=&._-";
  const auto is_letter = [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
  };
  return is_letter(word.front()) && std::all_of(word.begin(), word.end(), [&](char c) {
           return is_letter(c) || kOther.find(c) != std::string_view::npos;
         });
}

// `random grid`: the first is a name, and the others look like some.
std::optional<std::string> joined_names(Named kind, std::string_view list) {
  const std::vector<std::string_view> words = words_of(list);
  const bool are_names = words.size() > 1 && names_one(kind, words.front()) &&
                         std::all_of(words.begin(), words.end(), looks_like_name);
  if (!are_names) return std::nullopt;
  return fmt::format("{}", fmt::join(words, ","));
}

// `grid(levels=5)`, `grid:levels=5`, `grid levels=5`.
std::optional<std::string> options_behind_mark(Named kind, std::string_view list) {
  const std::size_t end = list.find_first_of("(: {");
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view name = trimmed(list.substr(0, end));
  std::string options(trimmed(list.substr(end + 1)));
  if (!options.empty() && (options.back() == ')' || options.back() == '}')) options.pop_back();
  std::replace(options.begin(), options.end(), ',', '&');
  std::erase(options, ' ');
  const bool is_named = name.find('?') == std::string_view::npos && names_one(kind, name);
  if (!is_named || !looks_like_options(options)) return std::nullopt;
  return fmt::format("{}?{}", name, options);
}

// `wandb-hyperband?eta=3,min_iter=3`: what is behind the comma is an option, not a name.
std::optional<std::string> options_behind_comma(std::string_view list) {
  std::string better;
  bool has_options = false;
  bool is_better = false;
  for (const std::string_view part : split(list, ',')) {
    const bool is_option = has_options && looks_like_options(trimmed(part));
    has_options = is_option || part.find('?') != std::string_view::npos;
    is_better = is_better || is_option;
    if (!better.empty()) better += is_option ? '&' : ',';
    better += trimmed(part);
  }
  return is_better ? std::optional(better) : std::nullopt;
}

// `branin,`: nothing is beside the comma.
std::optional<std::string> without_empty_parts(std::string_view list) {
  std::vector<std::string_view> parts = split(list, ',');
  const std::size_t all = parts.size();
  std::erase_if(parts, [](std::string_view part) { return trimmed(part).empty(); });
  if (parts.size() == all || parts.empty()) return std::nullopt;
  return fmt::format("{}", fmt::join(parts, ","));
}

// Puts it in quotes if a shell would read more into it than a word.
std::string as_word(const std::string& text) {
  return text.find_first_of("?&*() ") == std::string::npos ? text : fmt::format("'{}'", text);
}

}  // namespace

bool names_one(Named kind, std::string_view word) {
  return kind == Named::method ? names_method(word) : names_objective(word);
}

std::optional<std::string> better_form(Named kind, std::string_view list) {
  if (auto better = options_behind_mark(kind, list)) return better;
  if (auto better = options_behind_comma(list)) return better;
  if (auto better = joined_names(kind, list)) return better;
  return without_empty_parts(list);
}

void check_form(Named kind, std::string_view list) {
  const std::optional<std::string> better = better_form(kind, list);
  if (!better) return;
  const std::string_view flag = flag_of(kind);
  throw SpecError(
      fmt::format("{} {}: write {} {}", flag, excerpt(list), flag, as_word(excerpt(*better))));
}

std::optional<std::string> flag_for(std::string_view word) {
  const std::size_t equals = word.find('=');
  if (equals != std::string_view::npos && find_key(word.substr(0, equals))) {
    return fmt::format("--{} {}", word.substr(0, equals),
                       as_word(excerpt(word.substr(equals + 1))));
  }
  for (const Named kind : {Named::method, Named::objective}) {
    if (names_one(kind, word)) {
      return fmt::format("{} {}", flag_of(kind), as_word(std::string(word)));
    }
  }
  if (names_suite_alone(word)) return fmt::format("--objective suite:{}", word);
  return std::nullopt;
}

}  // namespace sweep
