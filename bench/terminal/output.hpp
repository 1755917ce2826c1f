#pragma once

#include <string>
#include <string_view>

#include "algorithms/text/value.hpp"

namespace sweep {

/// Writes to the output stream; errors are noticed when the program ends.
void print_text(std::string_view text);
/// One line of JSON.
void print_json(const Value& value);
/// The text as a terminal can show it: bytes that are no UTF-8 and control characters as \xff.
std::string printable(std::string_view text);
/// One line on the error stream: "warning: ...", "error: ...", or as it is.
void print_warning(std::string_view text);
void print_error(std::string_view text);
void print_note(std::string_view text);

}  // namespace sweep
