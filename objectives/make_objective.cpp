#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"
#include "objectives/catalog.hpp"
#include "objectives/expand.hpp"
#include "objectives/expression.hpp"
#include "objectives/family.hpp"
#include "objectives/nested.hpp"
#include "objectives/slice.hpp"
#include "objectives/suite.hpp"
#include "objectives/tutorial.hpp"
#include "objectives/wrappers/wrap.hpp"

namespace sweep {
namespace {

std::string without_blanks(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (trimmed({&c, 1}).size() == 1) result += c;
  }
  return result;
}

const ObjectiveRow* find_row(std::string_view name) {
  const std::string wanted = without_blanks(name);
  for (const auto rows : {objective_catalog(), objective_templates()}) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const ObjectiveRow& known) {
      return known.name == name ||
             (known.name == Tutorial::kText && wanted == without_blanks(Tutorial::kText));
    });
    if (found != rows.end()) return &*found;
  }
  return nullptr;
}

std::vector<std::string_view> catalog_names() {
  std::vector<std::string_view> names;
  for (const auto rows : {objective_catalog(), objective_templates()}) {
    for (const ObjectiveRow& known : rows) names.push_back(known.name);
  }
  return names;
}

bool looks_like_name(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-' ||
           c == '_';
  });
}

// "tabular/digits-mpl" is no division, either, as long as no parameter is called tabular.
bool looks_like_table(std::string_view text) {
  constexpr std::string_view kFolder = "tabular/";
  return text.starts_with(kFolder) && looks_like_name(text.substr(kFolder.size()));
}

/// The text taken apart, and the row or the member of a family that it names if it names one.
struct Resolved {
  NamedOptions spec;
  const ObjectiveRow* row;
  std::optional<FamilyMember> member;
};

Resolved resolve(std::string_view text) {
  Resolved result{parse_objective(text), nullptr, {}};
  if (result.spec.name.empty()) {
    throw SpecError(fmt::format("objective \"{}\" has no name", trimmed(text)));
  }
  const std::string_view head = trimmed(text.substr(0, text.find('?')));
  const bool has_odd_options = head.size() < result.spec.name.size();
  const bool is_row = looks_like_name(head) && find_row(head) != nullptr;
  if (has_odd_options && (is_row || family_member(head))) {
    result.spec = parse_named_options(text, "objective");
  }
  result.row = find_row(result.spec.name);
  result.member = family_member(result.spec.name);
  if (result.row != nullptr) result.spec.name = result.row->name;
  if (result.member) result.spec.name = to_text(*result.member);
  return result;
}

// What stands for many where one is needed.
[[noreturn]] void refuse_many(std::string_view text) {
  const std::vector<std::string> all = expand_objective(text);
  throw SpecError(fmt::format("objective \"{}\" stands for {}, where one is needed: {}",
                              excerpt(text), all.size(), all.front()));
}

[[noreturn]] void refuse_name(std::string_view text) {
  const std::string_view head = trimmed(text.substr(0, text.find('?')));
  if (names_suite(head) || looks_like_slice(head)) refuse_many(head);
  if (find_family(head) != nullptr) {
    throw SpecError(
        fmt::format("objective \"{0}\" is a family: name a slice of it, as in {0}/{1}, or all, "
                    "suite:{0}",
                    head, "d5/i1"));
  }
  if (looks_like_name(head) || looks_like_table(head))
    throw SpecError(unknown_name("objective", head, catalog_names()));
  throw SpecError(fmt::format(
      "objective \"{}\" is an expression and needs a space: give its parameters with --config or "
      "--param",
      excerpt(text)));
}

Objective make_expression(std::string_view text, const SearchSpace& space) {
  const auto names = catalog_names();
  const bool is_slip =
      looks_like_name(text) && !nearest_name(text, names).empty() && !space.find(text).has_value();
  if (is_slip) throw SpecError(unknown_name("objective", text, names));
  return Expression(text, space);
}

Objective make_member(const NamedOptions& spec, const FamilyMember& member) {
  check_option_names(spec, wrapper_options());
  return find_family(member.family)->make(member);
}

[[noreturn]] void refuse_space(std::string_view name) {
  throw SpecError(
      fmt::format("objective \"{}\" has a space of its own: give no --config or --param with it",
                  excerpt(name)));
}

Objective make_inside(const Resolved& resolved, const std::optional<SearchSpace>& space) {
  const NamedOptions& spec = resolved.spec;
  if (resolved.member && !divides_parameters(spec.name, space)) {
    if (space) refuse_space(spec.name);
    return make_member(spec, *resolved.member);
  }
  const ObjectiveRow* const row = resolved.row;
  if (row != nullptr && (!space || row->name != Tutorial::kText)) {
    check_option_names(spec, row->options);
    if (space && row->make_in_space) return row->make_in_space(spec, *space);
    if (space) refuse_space(row->name);
    return row->make(spec);
  }
  if (!space) refuse_name(spec.name);
  check_option_names(spec, wrapper_options());
  return make_expression(spec.name, *space);
}

// Wrappers know no names: what they refuse gets the objective's here.
Objective wrapped_by_name(Objective objective, const NamedOptions& spec) {
  const auto options = options_of<WrapperOptions>(spec);
  try {
    return wrapped(std::move(objective), options);
  } catch (const SpecError& error) {
    throw SpecError(fmt::format("{}: {}", objective_called(spec.name), error.what()));
  }
}

}  // namespace

Objective make_objective(std::string_view text, const std::optional<SearchSpace>& space) {
  const Resolved resolved = resolve(text);
  return wrapped_by_name(make_inside(resolved, space), resolved.spec);
}

std::string canonical_objective(std::string_view text) {
  const Resolved resolved = resolve(text);
  if (resolved.row == nullptr) return to_text(canonical(resolved.spec, wrapper_options()));
  return to_text(canonical(resolved.spec, resolved.row->options));
}

std::string negated_expression(std::string_view text) {
  Resolved resolved = resolve(text);
  const auto of = resolved.spec.options.find("of");
  const bool is_curve = resolved.row != nullptr && resolved.row->make_in_space;
  if (is_curve && of != resolved.spec.options.end()) {
    of->second = fmt::format("-({})", NestedObjective::read(of->second)->value);
  } else {
    resolved.spec.name = fmt::format("-({})", resolved.spec.name);
  }
  return to_text(resolved.spec);
}

}  // namespace sweep
