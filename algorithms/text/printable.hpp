#pragma once

#include <string>
#include <string_view>

namespace sweep {

/// One line of text as any terminal can show it, and nothing in it acts on one: bytes that are no
/// UTF-8 and control characters as \xff, other characters that are not seen (is_hidden()) as
/// \u202e.
std::string printable(std::string_view text);

/// Text of several lines, as printable() shows each; line breaks and tabs stay.
std::string printable_lines(std::string_view text);

}  // namespace sweep
