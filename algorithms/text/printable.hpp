#pragma once

#include <string>
#include <string_view>

namespace sweep {

/// One line of text as any terminal can show it, and nothing in it acts on one: bytes that are no
/// UTF-8 and control characters as \xff, other characters that are not seen (is_hidden()) as
/// \u202e.
std::string printable(std::string_view text);

/// The same of a text of several lines, with tabs: both stay.
std::string printable_lines(std::string_view text);

}  // namespace sweep
