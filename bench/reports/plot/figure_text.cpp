#include "bench/reports/plot/figure_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "algorithms/text/printable.hpp"
#include "algorithms/text/wrap.hpp"
#include "bench/reports/plot/axis_scale.hpp"
#include "bench/reports/plot/braille_canvas.hpp"

namespace sweep {
namespace {

constexpr std::size_t kLinesPerTick = 4;
constexpr std::size_t kColumnsPerTick = 12;
constexpr std::size_t kLeastColumns = 10;     // of the axes
constexpr std::size_t kMostBands = 4;         // of one figure: more hide the curves
constexpr std::ptrdiff_t kLetterPeriod = 40;  // dots between two letters of a curve
constexpr std::array<int, 6> kColours = {34, 31, 32, 35, 36, 33};

/// A pattern of dashes: of so many dots along a curve, those of a period that are drawn.
struct Dashes {
  std::ptrdiff_t drawn;
  std::ptrdiff_t period;
};
constexpr std::array<Dashes, 4> kDashes = {{{1, 1}, {4, 6}, {1, 2}, {2, 5}}};

char letter_of(std::size_t series) { return static_cast<char>('A' + series); }

std::string coloured(const std::string& text, std::size_t series, bool colour) {
  if (!colour || text.empty()) return text;
  return fmt::format("\033[{}m{}\033[0m", kColours[series % kColours.size()], text);
}

std::vector<double> all_values(const Figure& figure, std::vector<double> Series::*member) {
  std::vector<double> all;
  for (const Series& series : figure.series) {
    all.insert(all.end(), (series.*member).begin(), (series.*member).end());
  }
  return all;
}

std::vector<double> heights(const Figure& figure) {
  std::vector<double> all = all_values(figure, &Series::y);
  for (const auto member : {&Series::lo, &Series::hi}) {
    const std::vector<double> ends = all_values(figure, member);
    all.insert(all.end(), ends.begin(), ends.end());
  }
  return all;
}

/// Draws curves between two axes.
class Pen {
 public:
  Pen(const AxisScale& x, const AxisScale& y, BrailleCanvas& canvas)
      : x_(x), y_(y), canvas_(canvas) {}

  // Dots that are the sparser the more bands there are.
  void band(const Series& series, std::size_t owner, std::ptrdiff_t sparse) {
    if (series.lo.empty()) return;
    for (std::ptrdiff_t column = 0; column < across(); ++column) {
      const auto low = height_at(series, series.lo, column);
      const auto high = height_at(series, series.hi, column);
      if (!low || !high) continue;
      for (std::ptrdiff_t row = *low; row <= *high; ++row) {
        const auto shift = static_cast<std::ptrdiff_t>(owner);
        if ((row + 2 * column + shift) % 4 == 0 && column % sparse == shift % sparse) {
          canvas_.dot(column, row, owner);
        }
      }
    }
  }

  // A column of dots from the last height to this one, so that steep curves hang together.
  void curve(const Series& series, std::size_t owner) {
    const Dashes dashes = kDashes[owner % kDashes.size()];
    std::optional<std::ptrdiff_t> last;
    std::ptrdiff_t drawn = 0;
    for (std::ptrdiff_t column = 0; column < across(); ++column) {
      const auto height = height_at(series, series.y, column);
      if (height) {
        const std::ptrdiff_t from = last.value_or(*height);
        const std::ptrdiff_t step = *height < from ? -1 : 1;
        for (std::ptrdiff_t row = from == *height ? from : from + step;; row += step) {
          if (drawn++ % dashes.period < dashes.drawn) canvas_.dot(column, row, owner);
          if (row == *height) break;
        }
      }
      last = height;
    }
  }

  // Letters of different curves do not meet.
  void letters(const Series& series, std::size_t owner, std::size_t all) {
    const auto count = static_cast<std::ptrdiff_t>(all);
    const std::ptrdiff_t period = std::max(kLetterPeriod, 4 * count);
    const std::ptrdiff_t first =
        period * (2 * static_cast<std::ptrdiff_t>(owner) + 1) / (2 * count);
    bool has_one = false;
    for (std::ptrdiff_t column = first; column < across(); column += period) {
      has_one = letter(series, owner, column) || has_one;
    }
    for (std::ptrdiff_t column = across() - 1; !has_one && column >= 0; --column) {
      has_one = letter(series, owner, column);
    }
  }

 private:
  [[nodiscard]] std::ptrdiff_t across() const {
    return static_cast<std::ptrdiff_t>(canvas_.width());
  }

  bool letter(const Series& series, std::size_t owner, std::ptrdiff_t column) {
    const auto height = height_at(series, series.y, column);
    if (height) canvas_.letter(column, *height, letter_of(owner), owner);
    return height.has_value();
  }

  // The dot at which a curve through the points passes a column of dots; nothing where there is
  // none.
  [[nodiscard]] std::optional<std::ptrdiff_t> height_at(const Series& series,
                                                        const std::vector<double>& values,
                                                        std::ptrdiff_t column) const {
    const double place = static_cast<double>(column) / static_cast<double>(across() - 1);
    const auto next = std::find_if(series.x.begin(), series.x.end(), [&](double x) {
      return x_.share(x).value_or(2) >= place - 1e-9;
    });
    if (next == series.x.end()) return std::nullopt;
    const auto i = static_cast<std::size_t>(next - series.x.begin());
    const auto right = y_.share(values[i]);
    if (!right) return std::nullopt;
    const double right_place = *x_.share(*next);
    if (i == 0) return right_place <= place + 1e-9 ? std::optional(row_of(*right)) : std::nullopt;
    const auto left = y_.share(values[i - 1]);
    const double left_place = *x_.share(series.x[i - 1]);
    if (!left) return right_place <= place + 1e-9 ? std::optional(row_of(*right)) : std::nullopt;
    const double part = (place - left_place) / (right_place - left_place);
    return row_of(*left + part * (*right - *left));
  }

  [[nodiscard]] std::ptrdiff_t row_of(double share) const {
    return std::lround(share * static_cast<double>(canvas_.height() - 1));
  }

  const AxisScale& x_;
  const AxisScale& y_;
  BrailleCanvas& canvas_;
};

/// The labels of a vertical axis by line, counted from above.
std::vector<std::string> labels_by_line(const AxisScale& axis, std::size_t lines) {
  std::vector<std::string> labels(lines);
  for (const Tick& tick : axis.ticks(lines / kLinesPerTick + 1)) {
    const double down = (1 - *axis.share(tick.value)) * static_cast<double>(lines - 1);
    std::string& label = labels[static_cast<std::size_t>(std::lround(down))];
    if (label.empty()) label = tick.text;
  }
  return labels;
}

/// A horizontal axis: the line with its ticks, and what stands below them.
struct BottomAxis {
  std::string line;
  std::string labels;
};

BottomAxis bottom_axis(const AxisScale& axis, std::size_t columns) {
  std::vector<bool> is_tick(columns, false);
  std::string labels;
  for (const Tick& tick : axis.ticks(columns / kColumnsPerTick + 1)) {
    const auto place = static_cast<std::size_t>(
        std::lround(*axis.share(tick.value) * static_cast<double>(columns - 1)));
    const std::size_t half = tick.text.size() / 2;
    std::size_t begin = place > half ? place - half : 0;
    begin = std::min(begin, columns - std::min(columns, tick.text.size()));
    if (!labels.empty() && begin < labels.size() + 1) continue;
    labels.resize(begin, ' ');
    labels += tick.text;
    is_tick[place] = true;
  }
  BottomAxis bottom{"└", labels};
  for (const bool tick : is_tick) bottom.line += tick ? "┬" : "─";
  return bottom;
}

std::string legend(const Figure& figure, std::size_t shown, const PlotStyle& style) {
  std::string text;
  std::size_t used = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string name = printable(figure.series[i].name);
    const std::size_t columns = column_count(name) + 2;
    const bool is_new_line = used > 0 && used + 3 + columns > style.width;
    if (used > 0) text += is_new_line ? "\n" : "   ";
    used = is_new_line ? columns : used + (used > 0 ? 3 : 0) + columns;
    text += coloured(std::string(1, letter_of(i)), i, style.colour) + " " + name;
  }
  const std::size_t more = figure.series.size() - shown;
  return text + (more > 0 ? fmt::format("\n({} more are not drawn)", more) : "") + "\n";
}

std::string canvas_line(const BrailleCanvas& canvas, std::size_t row, bool colour) {
  std::string line;
  std::size_t blanks = 0;
  for (std::size_t column = 0; column < canvas.columns(); ++column) {
    const auto owner = canvas.owner(column, row);
    if (!owner) {
      ++blanks;
      continue;
    }
    line += std::string(std::exchange(blanks, 0), ' ') +
            coloured(canvas.text(column, row), *owner, colour);
  }
  return line;
}

std::string axes_text(const Figure& figure, const BrailleCanvas& canvas, const AxisScale& x,
                      const std::vector<std::string>& labels, bool colour) {
  std::size_t margin = 0;
  for (const std::string& label : labels) margin = std::max(margin, label.size());
  std::string text = printable(figure.y.label) + "\n";
  for (std::size_t row = 0; row < canvas.rows(); ++row) {
    text += fmt::format("{:>{}} {}{}\n", labels[row], margin, labels[row].empty() ? "│" : "┤",
                        canvas_line(canvas, row, colour));
  }
  const BottomAxis bottom = bottom_axis(x, canvas.columns());
  const std::string indent(margin + 1, ' ');
  const std::string label = printable(figure.x.label);
  const std::size_t width = column_count(label);
  const std::size_t before = canvas.columns() > width ? (canvas.columns() - width) / 2 : 0;
  return text + indent + bottom.line + "\n" + indent + " " + bottom.labels + "\n" + indent +
         std::string(before, ' ') + label + "\n";
}

bool shows_bands(const Figure& figure) {
  return figure.series.size() <= kMostBands &&
         std::any_of(figure.series.begin(), figure.series.end(),
                     [](const Series& series) { return !series.lo.empty(); });
}

}  // namespace

std::string to_text(const Figure& figure, const PlotStyle& style) {
  const std::size_t shown = std::min(figure.series.size(), kMostDrawnSeries);
  const AxisScale x(figure.x.scale, all_values(figure, &Series::x));
  const AxisScale y(figure.y.scale, heights(figure));
  const std::vector<std::string> labels = labels_by_line(y, style.height);
  std::size_t margin = 0;
  for (const std::string& label : labels) margin = std::max(margin, label.size());
  const std::size_t used = margin + 2;
  BrailleCanvas canvas(std::max(style.width, used + kLeastColumns) - used, style.height);
  Pen pen(x, y, canvas);
  const bool has_bands = shows_bands(figure);
  for (std::size_t i = has_bands ? shown : 0; i-- > 0;) {
    pen.band(figure.series[i], i, static_cast<std::ptrdiff_t>(shown));
  }
  for (std::size_t i = shown; i-- > 0;) pen.curve(figure.series[i], i);
  for (std::size_t i = 0; i < shown; ++i) pen.letters(figure.series[i], i, shown);
  std::string text = printable(figure.title) + "\n";
  text += axes_text(figure, canvas, x, labels, style.colour) + legend(figure, shown, style);
  return text + (has_bands ? "line: median of the cells; dots around it: the middle half\n" : "");
}

}  // namespace sweep
