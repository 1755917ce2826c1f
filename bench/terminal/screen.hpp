#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sweep {

/// The columns that lines of the output may take: those that the variable COLUMNS says, else those
/// of the terminal, 80 for one that does not say. Nothing if the output is no terminal and COLUMNS
/// says nothing: who reads it wants whole lines.
std::optional<std::size_t> output_columns();

/// The columns of texts that are wrapped in any case, as the help is: 80 where there is no
/// terminal.
std::size_t text_columns();

/// True if colours may go to the stream with this descriptor: it is a terminal that can, and the
/// variable NO_COLOR (no-color.org) is not set.
bool takes_colour(int descriptor);

/// The text in bold, red or yellow, where the stream takes colours.
enum class Style { bold, red, yellow };
std::string styled(std::string_view text, Style style, int descriptor);

}  // namespace sweep
