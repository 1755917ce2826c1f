#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"
#include "objectives/catalog.hpp"
#include "objectives/expand.hpp"
#include "objectives/expression.hpp"
#include "objectives/family.hpp"
#include "objectives/slice.hpp"
#include "objectives/suite.hpp"
#include "objectives/tutorial.hpp"
#include "objectives/wrappers/fail.hpp"
#include "objectives/wrappers/noise.hpp"
#include "objectives/wrappers/rotate.hpp"
#include "objectives/wrappers/shift.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kLargestSeed = (std::uint64_t{1} << 63) - 1;

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
    if (space) refuse_space(row->name);
    return row->make(spec);
  }
  if (!space) refuse_name(spec.name);
  check_option_names(spec, wrapper_options());
  return make_expression(spec.name, *space);
}

/// Those of the wrappers that know no options add the name to what they refuse.
template <class Wrap>
Objective wrap_named(const NamedOptions& spec, Wrap wrap) {
  try {
    return wrap();
  } catch (const SpecError& error) {
    throw SpecError(fmt::format("objective \"{}\": {}", spec.name, error.what()));
  }
}

Objective with_shift(Objective objective, const NamedOptions& spec) {
  if (spec.options.at("shift") == "sine") {
    return wrap_named(spec, [&] { return shifted_by_sine(objective); });
  }
  if (spec.options.at("shift").find_first_not_of("0123456789") != std::string::npos) {
    refuse_option(spec, "shift", fmt::format("sine, or a whole number in [0, {}]", kLargestSeed));
  }
  return shifted_at_random(std::move(objective), whole_option(spec, "shift", 0, 0, kLargestSeed));
}

Objective wrapped(Objective objective, const NamedOptions& spec) {
  if (spec.options.count("rotate") != 0) {
    const std::uint64_t seed = whole_option(spec, "rotate", 0, 0, kLargestSeed);
    objective = wrap_named(spec, [&] { return rotated(objective, seed); });
  }
  if (spec.options.count("shift") != 0) objective = with_shift(std::move(objective), spec);
  const double sigma = real_option(spec, "noise", 0, 0, std::numeric_limits<double>::infinity());
  if (sigma > 0) objective = Noise(std::move(objective), sigma);
  const double probability = real_option(spec, "fail", 0, 0, 1);
  if (probability > 0) objective = Fail(std::move(objective), probability);
  return objective;
}

}  // namespace

Objective make_objective(std::string_view text, const std::optional<SearchSpace>& space) {
  const Resolved resolved = resolve(text);
  return wrapped(make_inside(resolved, space), resolved.spec);
}

std::string canonical_objective(std::string_view text) {
  Resolved resolved = resolve(text);
  const auto nested = resolved.spec.options.find("of");
  if (nested != resolved.spec.options.end()) {
    nested->second = to_nested(canonical_objective(from_nested(nested->second)));
  }
  const auto shared = wrapper_options();
  const bool has_row = resolved.row != nullptr;
  return to_text(canonical(resolved.spec,
                           has_row ? std::span<const OptionRow>(resolved.row->options) : shared));
}

}  // namespace sweep
