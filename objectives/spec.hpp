#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/text/named_options.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Takes options off the end of `text` only if they look like some: the ternary operator of an
/// expression stays in the name. Blanks around the parts are dropped. Throws SpecError for a
/// repeated key.
NamedOptions parse_objective(std::string_view text);

/// The one form of a spec: canonical_settings, and the blanks of the name collapsed.
NamedOptions canonical(const NamedOptions& spec, std::span<const OptionRow> options);

/// How messages about an objective begin: `objective "ackley"`.
std::string objective_called(std::string_view name);

/// Throws SpecError for an option that is not among `known`.
void check_option_names(const NamedOptions& spec, std::span<const OptionRow> known);

/// The spec's options that the struct has fields for, defaults for the others. Throws SpecError
/// `objective "ackley": dim = x: expected ...`.
template <class Options>
Options options_of(const NamedOptions& spec) {
  return read_options<Options>(spec.options, objective_called(spec.name) + ": ");
}

/// The items of a list with commas, except those in parentheses, brackets or braces, and those of a
/// slice (SliceSeams). Throws SpecError for an empty item.
std::vector<std::string> split_objectives(std::string_view list);

}  // namespace sweep
