#include "objectives/tables/csv.hpp"

#include <algorithm>

#include "algorithms/space/text.hpp"

namespace sweep {
namespace {

std::size_t after_blanks(std::string_view line, std::size_t at) {
  return std::min(line.find_first_not_of(kBlanks, at), line.size());
}

std::size_t comma_or_end(std::string_view line, std::size_t at) {
  return std::min(line.find(',', at), line.size());
}

// Reads on behind the opening quote; gives the place of the comma behind the cell, or the end.
std::size_t read_quoted(std::string_view line, std::size_t at, CsvCell& cell) {
  cell.is_quoted = true;
  bool is_closed = false;
  while (!is_closed && at < line.size()) {
    const std::size_t quote = std::min(line.find('"', at), line.size());
    const bool is_doubled = line.substr(quote).starts_with("\"\"");
    cell.text += line.substr(at, quote - at);
    if (is_doubled) cell.text += '"';
    is_closed = quote < line.size() && !is_doubled;
    at = std::min(quote + (is_doubled ? 2 : 1), line.size());
  }
  if (!is_closed) cell.problem = "has no closing quote on its line";
  const std::size_t end = comma_or_end(line, at);
  if (after_blanks(line, at) < end) cell.problem = "goes on behind its closing quote";
  return end;
}

std::size_t read_cell(std::string_view line, std::size_t at, CsvCell& cell) {
  const std::size_t start = std::min(after_blanks(line, at), comma_or_end(line, at));
  cell.column = static_cast<unsigned>(start + 1);
  if (start < line.size() && line[start] == '"') return read_quoted(line, start + 1, cell);
  const std::size_t end = comma_or_end(line, start);
  cell.text = trimmed(line.substr(start, end - start));
  return end;
}

void read_line(std::string_view line, std::vector<CsvCell>& cells) {
  cells.clear();
  for (std::size_t at = 0; at <= line.size(); ++at) {
    at = read_cell(line, at, cells.emplace_back());
  }
}

}  // namespace

bool CsvLines::next(std::vector<CsvCell>& cells) {
  while (!rest_.empty()) {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++line_;
    if (trimmed(line).empty()) continue;
    read_line(line, cells);
    return true;
  }
  return false;
}

}  // namespace sweep
