#pragma once

#include <string_view>

#include "algorithms/text/value.hpp"

namespace sweep {

/// Writes a text for people to the output stream, as printable_lines() shows it; errors are noticed
/// when the program ends.
void print_text(std::string_view text);
/// Writes bytes for programs, which have to be exact.
void print_data(std::string_view bytes);
/// One line of JSON.
void print_json(const Value& value);
/// One line on the error stream: "warning: ...", "error: ...", or as it is. None of them throws if
/// it cannot be written, and each cuts what nobody would read.
void print_warning(std::string_view text);
void print_error(std::string_view text);
void print_note(std::string_view text);

}  // namespace sweep
