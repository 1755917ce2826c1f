#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/text/named_options.hpp"

namespace sweep {

/// What OptionRow::allowed says of an option that is a path: it stays as it is written.
inline constexpr std::string_view kPathOption = "a path";

/// Takes options off the end of `text` only if they look like some: the ternary operator of an
/// expression stays in the name. Blanks around the parts are dropped. Throws SpecError for a
/// repeated key.
NamedOptions parse_objective(std::string_view text);

/// The one form of a spec: numbers as short as they go, options at their default left out, blanks
/// of the name collapsed. Paths stay.
NamedOptions canonical(NamedOptions spec, std::span<const OptionRow> options);

/// Throws SpecError for an option that is not among `known`.
void check_option_names(const NamedOptions& spec, std::span<const OptionRow> known);

/// The option's whole number in lo .. hi, or `standard` if it is left out. Throws SpecError.
std::uint64_t whole_option(const NamedOptions& spec, const std::string& key, std::uint64_t standard,
                           std::uint64_t lo, std::uint64_t hi);

/// The option's finite number in [lo, hi], or `standard` if it is left out. Throws SpecError.
double real_option(const NamedOptions& spec, const std::string& key, double standard, double lo,
                   double hi);

/// Throws the SpecError `objective "ackley": dim = x: expected ...`.
[[noreturn]] void refuse_option(const NamedOptions& spec, const std::string& key,
                                std::string_view expected);

/// An objective as the value of an option, `ackley(dim=5&shift=3)`, as it is written otherwise,
/// `ackley?dim=5&shift=3`; and the way back.
std::string from_nested(std::string_view value);
std::string to_nested(std::string_view objective);

/// The items of a list with commas, except those in parentheses, brackets or braces, and those of a
/// slice (SliceSeams). Throws SpecError for an empty item.
std::vector<std::string> split_objectives(std::string_view list);

}  // namespace sweep
