#pragma once

#include <cstddef>
#include <string_view>

namespace sweep {

/// True of what neither YAML nor JSON allow; yaml-cpp would take 0x04 for the end of the text.
bool is_control(char c);

/// The length of the UTF-8 sequence that starts at i, or 0 if there is none (The Unicode Standard
/// 15.0, table 3-7: no surrogates, nothing overlong, nothing above U+10FFFF).
std::size_t utf8_length(std::string_view text, std::size_t i);

/// The code point of a valid sequence.
char32_t code_point(std::string_view sequence);

/// True of what no terminal should be sent: the control characters of both sets (C0 with line
/// breaks and tabs, DEL, C1, some of which begin escape sequences), the marks that turn the
/// direction of what follows (Unicode Standard Annex 9, table 2.5), line and paragraph separators,
/// and the byte order mark.
bool is_hidden(char32_t code);

}  // namespace sweep
