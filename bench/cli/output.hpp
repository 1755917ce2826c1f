#pragma once

#include <string_view>

#include "algorithms/space/value.hpp"

namespace sweep {

/// Writes to the output stream; errors are noticed when the program ends.
void print_text(std::string_view text);
/// One line of JSON.
void print_json(const Value& value);
/// One line on the error stream.
void print_warning(std::string_view text);

}  // namespace sweep
