#include "bench/reports/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "algorithms/text/printable.hpp"

namespace sweep {

TextTable::TextTable(std::vector<std::string> header, std::size_t text_columns)
    : text_columns_(text_columns) {
  rows_.emplace_back();
  for (const std::string& heading : header) rows_.front().push_back(printable(heading));
}

void TextTable::add(std::vector<std::string> row) {
  assert(row.size() == rows_.front().size());
  for (std::string& entry : row) entry = printable(entry);
  rows_.push_back(std::move(row));
}

std::string TextTable::to_text() const {
  std::vector<std::size_t> widths(rows_.front().size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += "  ";
      line += i < text_columns_ ? fmt::format("{:<{}}", row[i], widths[i])
                                : fmt::format("{:>{}}", row[i], widths[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace sweep
