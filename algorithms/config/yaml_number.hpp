#pragma once

#include <optional>
#include <string_view>

#include "algorithms/config/scalar.hpp"

namespace sweep {

/// The integer that a plain scalar is by YAML 1.1, decimal or to base 2, 8, 16 or 60, or what is
/// wrong with it; nothing if it is none.
std::optional<ResolvedScalar> yaml_integer(std::string_view text, ScalarRules rules);

/// The real that a plain scalar is, if it is one. Beyond the range of a double: infinite or 0.
std::optional<double> yaml_real(std::string_view text, ScalarRules rules);

}  // namespace sweep
