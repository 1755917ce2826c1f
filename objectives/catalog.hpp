#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/text/options.hpp"
#include "objectives/objective.hpp"
#include "objectives/spec.hpp"

namespace sweep {

/// An objective that has a name.
struct ObjectiveRow {
  std::string_view name;
  std::string_view summary;
  std::string_view source;
  std::vector<OptionRow> options;                      // its own, then those of every objective
  std::function<Objective(const NamedOptions&)> make;  // of its own options; names are known ones
  /// Makes it over a space that is given; empty where it has a space of its own.
  std::function<Objective(const NamedOptions&, const SearchSpace&)> make_in_space = {};
};

/// Sorted by name.
std::span<const ObjectiveRow> objective_catalog();

/// Objectives that are nothing without one of their options: `tabular?file=PATH`. Sorted by name.
std::span<const ObjectiveRow> objective_templates();

/// The catalogue's names that a pattern stands for: `tabular/*`, with the options that follow it
/// given to each; `*` is any text without '/'. Any other text stands for itself. A pattern has a
/// `*` at an end or beside '/' or '-', where no expression has one. Throws SpecError if nothing
/// matches.
std::vector<std::string> expand_pattern(std::string_view text);

/// The options of every objective: fail, noise, rotate, shift.
std::span<const OptionRow> wrapper_options();

/// `name?key=value&key=value` of the catalogue, a member of a family, `bbob/f8/d5/i1`, or an
/// expression over `space`, with options too, also as what a curve comes down to,
/// `curve?of=x**2 + y`.
/// The wrappers are put around it in this order: rotate, shift, noise, fail. Throws SpecError.
Objective make_objective(std::string_view text, const std::optional<SearchSpace>& space = {});

/// The one text of the objective that this one names: options sorted, numbers in their shortest
/// form, defaults left out, blanks of an expression collapsed. Keys streams and results.
std::string canonical_objective(std::string_view text);

/// An expression, or a curve that comes down to one, with its sign changed: what was to be
/// maximised is minimised.
std::string negated_expression(std::string_view text);

}  // namespace sweep
