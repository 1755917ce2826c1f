#pragma once

#include <string>
#include <string_view>

#include "algorithms/text/value.hpp"

namespace sweep {

/// How a plain (unquoted) YAML scalar becomes a value.
///
/// wandb    YAML 1.1 as PyYAML reads it: `1_000` and `1:30` (base 60) and `010` (octal) are
///          integers, `yes` and `off` booleans, and a real needs a dot and a sign in its exponent,
///          so that `1e-3`, `1.0e5` and `-.5` are texts.
/// lenient  the same, but whatever JSON or YAML 1.2 take for a number is one: `1e-3`, `1E5`,
///          `-.5`, `0o17`.
/// written  no value but null: any other scalar is the text that it is.
enum class ScalarRules { wandb, lenient, written };

/// A value, or what is wrong with the scalar.
struct ResolvedScalar {
  Value value;
  std::string problem;
};

/// A plain scalar. Integers must fit 64 bits.
ResolvedScalar resolve_plain(std::string_view text, ScalarRules rules);

/// A real as the first two rules read it: with a dot, and a sign in the exponent, as 1.0e-05.
std::string format_yaml_real(double x);

/// A scalar with an explicit tag, "tag:yaml.org,2002:int".
ResolvedScalar resolve_tagged(std::string_view text, std::string_view tag);

}  // namespace sweep
