#pragma once

#include <string>
#include <string_view>

#include "algorithms/config/node.hpp"
#include "algorithms/config/text_file.hpp"

namespace sweep {

/// What is JSON: that of RFC 8259, or what Python's json module writes and reads, too: NaN,
/// Infinity and -Infinity are numbers.
enum class JsonDialect { strict, python };

/// Reads a JSON text (RFC 8259). Throws ConfigError with the position of the first mistake, and
/// for a text beyond the limits. Of a repeated key, the last value counts.
///
/// A number with '.', 'e' or 'E' is a real, any other an integer. Integers from 2^63 to 2^64 - 1
/// become reals; those that fit no 64 bits become the text of their digits, which no metric and
/// no parameter takes for a number.
Node read_json(std::string_view text, const std::string& file_name, const TextLimits& limits,
               JsonDialect dialect = JsonDialect::strict);

}  // namespace sweep
