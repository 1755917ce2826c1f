#pragma once

#include <cstddef>
#include <string>

#include "bench/reports/section.hpp"

namespace sweep {

/// How a figure is drawn on a terminal.
struct PlotStyle {
  std::size_t width = 80;   // of the whole, in columns
  std::size_t height = 16;  // of the axes, in lines
  bool colour = false;      // escape sequences of ECMA-48; nothing is told by colour alone
};

/// How many series a figure shows: one for each letter.
inline constexpr std::size_t kMostDrawnSeries = 26;

/// A figure as text: its title, the curves in dots of braille between axes, and a legend. Each
/// curve has a letter, which stands on it again and again, a pattern of dashes, and a colour where
/// those are allowed; sparse dots fill its band, if there are at most four. Values that a
/// logarithmic axis cannot show, 0 and below, lie at its foot; infinite ones, as before the first
/// success, are not drawn. Lines end in no blanks.
std::string to_text(const Figure& figure, const PlotStyle& style);

}  // namespace sweep
