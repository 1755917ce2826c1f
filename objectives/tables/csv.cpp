#include "objectives/tables/csv.hpp"

#include <algorithm>
#include <utility>

#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

/// What stands between quotes, and where the closing one is.
struct Quoted {
  std::string text;
  std::size_t close;  // npos if there is none
};

Quoted read_to_quote(std::string_view text, std::size_t at) {
  Quoted quoted;
  while (true) {
    quoted.close = text.find('"', at);
    quoted.text += text.substr(at, quoted.close - at);
    const bool is_open = quoted.close == text.npos;
    if (is_open || !text.substr(quoted.close).starts_with("\"\"")) return quoted;
    quoted.text += '"';
    at = quoted.close + 2;
  }
}

}  // namespace

std::size_t CsvRows::after_blanks(std::size_t at) const {
  return std::min(text_.find_first_not_of(" \t\r", at), text_.size());
}

std::size_t CsvRows::end_of_cell(std::size_t at) const {
  return std::min(text_.find_first_of(",\n", at), text_.size());
}

std::size_t CsvRows::end_of_line(std::size_t at) const {
  return std::min(text_.find('\n', at), text_.size());
}

// A quote that nothing closes costs its line only.
void CsvRows::read_quoted(CsvCell& cell) {
  cell.is_quoted = true;
  Quoted quoted{"", text_.npos};
  if (!has_open_quote_) quoted = read_to_quote(text_, at_ + 1);
  if (quoted.close == text_.npos) {
    has_open_quote_ = true;
    cell.problem = "has no closing quote";
    at_ = end_of_line(at_);
    return;
  }
  cell.text = std::move(quoted.text);
  const std::string_view inside = text_.substr(at_, quoted.close - at_);
  lines_ += static_cast<unsigned>(std::count(inside.begin(), inside.end(), '\n'));
  const std::size_t last_break = inside.rfind('\n');
  if (last_break != inside.npos) line_start_ = at_ + last_break + 1;
  at_ = end_of_cell(quoted.close + 1);
  if (after_blanks(quoted.close + 1) < at_) cell.problem = "goes on behind its closing quote";
}

void CsvRows::read_cell(CsvCell& cell) {
  const std::size_t end = end_of_cell(at_);
  at_ = std::min(after_blanks(at_), end);
  cell.line = lines_;
  cell.column = static_cast<unsigned>(at_ - line_start_ + 1);
  if (at_ < end && text_[at_] == '"') return read_quoted(cell);
  cell.text = trimmed(text_.substr(at_, end - at_));
  at_ = end;
}

bool CsvRows::next(std::vector<CsvCell>& cells) {
  while (at_ < text_.size()) {
    line_ = lines_;
    const bool is_empty = after_blanks(at_) == end_of_line(at_);
    if (is_empty) at_ = end_of_line(at_);
    cells.clear();
    bool goes_on = !is_empty;
    while (goes_on) {
      read_cell(cells.emplace_back());
      goes_on = at_ < text_.size() && text_[at_] == ',';
      if (goes_on) ++at_;
    }
    if (at_ < text_.size()) ++at_;  // behind the line's end
    line_start_ = at_;
    ++lines_;
    if (!is_empty) return true;
  }
  return false;
}

}  // namespace sweep
