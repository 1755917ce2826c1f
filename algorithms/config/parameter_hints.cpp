#include "algorithms/config/parameter_hints.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "algorithms/config/meant.hpp"
#include "algorithms/config/scalar.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

// Exponents beyond these are no hyperparameters: exp(20) is 500 million.
constexpr double kLargestExponent = 20;
constexpr double kDecade = 10;

/// True of limits such as 0.0001 and 0.1, or 16 and 512: few would write them as exponents.
bool look_like_values(double min, double max) {
  if (min < 0) return false;
  return max <= 1 || max >= kLargestExponent || (min > 0 && max / min >= kDecade);
}

/// A number with as many digits as a reader needs, in a form that W&B reads as one.
std::string rounded(double x) {
  if (!std::isfinite(x)) return fmt::format("{}", x);
  return format_yaml_real(parse_number<double>(fmt::format("{:.4g}", x)).value_or(x));
}

std::string with_values(const DistributionKind& kind, double lo, double hi) {
  return fmt::format("{{distribution: {}, min: {}, max: {}}}", kind.replacement, rounded(lo),
                     rounded(hi));
}

bool are_all_maps(const NodeMap& map) {
  return !map.empty() && std::all_of(map.begin(), map.end(),
                                     [](const NodeEntry& entry) { return entry.value.map(); });
}

}  // namespace

std::string map_hint(const Node& value) {
  if (value.list()) return "; write {values: [..]}";
  if (value.scalar()->is_null()) return "; write {value: ..}, {values: [..]} or {min: .., max: ..}";
  return fmt::format("; write {{value: {}}}", shown(value));
}

std::string kind_hint(const Node& map) {
  constexpr std::string_view kTelling[] = {"value", "values",     "min",
                                           "max",   "parameters", "distribution"};
  for (const NodeEntry& entry : *map.map()) {
    const auto* key = entry.key.as<std::string>();
    const std::string_view meant = key ? name_meant(*key, kTelling) : "";
    if (!meant.empty()) return fmt::format("; did you mean \"{}\"?", meant);
  }
  if (!are_all_maps(*map.map())) return "";
  return fmt::format("; nested ones go below parameters: write {{parameters: {{{}: ..}}}}",
                     shown_key(map.map()->front().key));
}

std::string unknown_kind(std::string_view name, Behaviour behaviour) {
  std::vector<std::string_view> known;
  for (const DistributionKind& kind : distribution_kinds()) {
    const bool is_hidden = kind.is_extra && behaviour == Behaviour::as_wandb;
    if (kind.replacement.empty() && !is_hidden) known.push_back(kind.name);
  }
  return unknown_name("distribution", name, known, name_meant(name, known));
}

std::string zero_hint(const Node& map, std::string_view kind, Behaviour behaviour) {
  const std::string text = "expected a number above 0, got 0, which has no logarithm; write ";
  if (behaviour == Behaviour::as_wandb) return text + "a small min, as 1.0e-06";
  const NodeEntry* max = find(map, "max");
  return text + fmt::format(
                    "a small min, or {{distribution: zero_or, p: 0.1, inner: "
                    "{{distribution: {}, min: 1.0e-06, max: {}}}}} to have 0 among them",
                    kind, max ? shown(max->value) : "..");
}

// What to write where the limits are no exponents. Logarithms need a min above 0.
std::string values_instead(const DistributionKind& kind, double min, double max) {
  if (min > 0 && min < max) return with_values(kind, min, max);
  return fmt::format("{}_values with a min above 0 and below max", kind.name);
}

std::string old_kind_text(const DistributionKind& kind, double min, double max) {
  const bool is_inverse = kind.name.starts_with("inv_");
  double from = is_inverse ? -max : min;
  double to = is_inverse ? -min : max;
  const std::string means =
      fmt::format("{} takes exponents: values lie between exp({}) and exp({}), {} to {}", kind.name,
                  from, to, rounded(std::exp(from)), rounded(std::exp(to)));
  if (look_like_values(min, max) || (min > 0 && !std::isfinite(std::exp(to)))) {
    return fmt::format("{}! These limits look like the values themselves; if they are, write {}",
                       means, values_instead(kind, min, max));
  }
  if (!std::isfinite(std::exp(to))) return means + "! Numbers end at 1.8e+308";
  if (!(std::exp(from) > 0 && from < to)) return means;
  return fmt::format("{}; W&B warns of it, and wants {}", means,
                     with_values(kind, std::exp(from), std::exp(to)));
}

}  // namespace sweep
