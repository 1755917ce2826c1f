#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sweep {

/// The columns that a UTF-8 text takes on a terminal, one for each character.
std::size_t column_count(std::string_view text);

/// The text in lines of at most `width` columns. Breaks are at blanks, else behind one of ",&+/?",
/// where names have options, else wherever the width ends. Line breaks in the text stay; at least
/// one line.
std::vector<std::string> wrapped_lines(std::string_view text, std::size_t width);

/// The lines of a paragraph joined, all but the first behind `indent` blanks.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent = 0);

}  // namespace sweep
