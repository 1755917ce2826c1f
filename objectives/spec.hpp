#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/options.hpp"

namespace sweep {

/// `name?key=value&key=value` taken apart: what to evaluate, and its options.
struct ObjectiveSpec {
  std::string name;
  Settings options;
};

/// Takes options off the end of `text` only if they look like some; the ternary operator of an
/// expression stays in the name. Surrounding blanks are dropped. Throws SpecError for a repeated
/// key.
ObjectiveSpec parse_objective_spec(std::string_view text);

/// The same for a text of which the first '?' is known to start the options, whatever they look
/// like. Throws SpecError unless they are key=value(&key=value)*.
ObjectiveSpec parse_strict_objective_spec(std::string_view text);

/// The way back, options sorted by name.
std::string to_text(const ObjectiveSpec& spec);

/// The same spec in its one form: numbers as short as they go, options at their default left out,
/// blanks of the name collapsed.
ObjectiveSpec canonical(ObjectiveSpec spec, std::span<const OptionRow> options);

/// Throws SpecError for an option that is not among `known`.
void check_option_names(const ObjectiveSpec& spec, std::span<const OptionRow> known);

/// The option's whole number in lo .. hi, or `standard` if it is left out. Throws SpecError.
std::uint64_t whole_option(const ObjectiveSpec& spec, const std::string& key,
                           std::uint64_t standard, std::uint64_t lo, std::uint64_t hi);

/// The option's finite number in [lo, hi], or `standard` if it is left out. Throws SpecError.
double real_option(const ObjectiveSpec& spec, const std::string& key, double standard, double lo,
                   double hi);

/// Throws the SpecError `objective "ackley": dim = x: expected ...`.
[[noreturn]] void refuse_option(const ObjectiveSpec& spec, const std::string& key,
                                std::string_view expected);

/// The items of a list with commas, except those in parentheses, brackets or braces. Throws
/// SpecError for an empty item.
std::vector<std::string> split_objectives(std::string_view list);

/// Without blanks at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace sweep
