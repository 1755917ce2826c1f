#pragma once

#include <string>
#include <string_view>

#include "algorithms/config/distribution_kinds.hpp"

namespace sweep {

/// What to write for a parameter that is no map: `; write {value: 0.1}`.
std::string map_hint(const Node& value);

/// What to write for a map whose keys tell no kind: children lack `parameters:`, or the first key
/// that is nearly one that would have told it; "" if nothing comes to mind.
std::string kind_hint(const Node& map);

/// A distribution that is unknown, the one that was meant, and those there are.
std::string unknown_kind(std::string_view name, Behaviour behaviour);

/// What to write for a logarithm of 0.
std::string zero_hint(const Node& map, std::string_view kind, Behaviour behaviour);

/// The range that a retired kind means by its exponents, and what to write for it. Says so more
/// strongly where the limits look like the values themselves, or are exponents of no number.
std::string old_kind_text(const DistributionKind& kind, double min, double max);

}  // namespace sweep
