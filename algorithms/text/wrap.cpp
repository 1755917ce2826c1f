#include "algorithms/text/wrap.hpp"

#include <algorithm>

#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

constexpr std::string_view kBreaks = ",&+/?";

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }

// The bytes of the first `columns` characters.
std::size_t bytes_of(std::string_view text, std::size_t columns) {
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    if (!begins_character(text[i])) continue;
    if (columns == 0) return i;
    --columns;
  }
  return i;
}

// The bytes of the first line of a text that is too long for one.
std::size_t break_place(std::string_view text, std::size_t most) {
  const std::size_t blank = text.substr(0, most + 1).find_last_of(' ');
  const std::size_t words = text.find_first_not_of(' ');
  if (blank != std::string_view::npos && blank > words) return blank;
  const std::size_t mark = text.substr(0, most).find_last_of(kBreaks);
  return mark == std::string_view::npos || mark == 0 ? most : mark + 1;
}

void append_lines(std::string_view text, std::size_t width, std::vector<std::string>& lines) {
  while (column_count(text) > width) {
    const std::size_t end = break_place(text, bytes_of(text, width));
    const std::string_view line = text.substr(0, end);
    lines.emplace_back(line.substr(0, line.find_last_not_of(' ') + 1));
    const std::size_t next = text.find_first_not_of(' ', end);
    text = next == std::string_view::npos ? "" : text.substr(next);
    if (text.empty()) return;
  }
  lines.emplace_back(text);
}

}  // namespace

std::size_t column_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::vector<std::string> wrapped_lines(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) {
    append_lines(line, std::max<std::size_t>(width, 1), lines);
  }
  return lines;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string paragraph;
  for (const std::string& line : wrapped_lines(text, width)) {
    if (!paragraph.empty()) paragraph += "\n" + std::string(indent, ' ');
    paragraph += line;
  }
  return paragraph;
}

}  // namespace sweep
