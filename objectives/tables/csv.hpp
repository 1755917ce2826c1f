#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sweep {

/// One cell of a row: its text without the quotes and without blanks around it.
struct CsvCell {
  std::string text;
  bool is_quoted = false;
  unsigned line = 1;    // where it begins, from 1
  unsigned column = 1;  // in bytes, from 1
  std::string problem;  // what is wrong with its quotes
};

/// The rows of a CSV text (RFC 4180), one after the other. Empty lines are passed over.
///
/// Differs from the source in: blanks around cells do not count; LF ends a row, too.
class CsvRows {
 public:
  explicit CsvRows(std::string_view text) : text_(text) {}

  /// The next row's cells; false at the end.
  bool next(std::vector<CsvCell>& cells);
  /// The number of the line on which the row that next() gave begins, from 1.
  [[nodiscard]] unsigned line() const { return line_; }

 private:
  void read_cell(CsvCell& cell);
  void read_quoted(CsvCell& cell);
  [[nodiscard]] std::size_t after_blanks(std::size_t at) const;
  [[nodiscard]] std::size_t end_of_cell(std::size_t at) const;
  [[nodiscard]] std::size_t end_of_line(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_start_ = 0;
  unsigned lines_ = 1;  // the line of at_
  unsigned line_ = 0;
  bool has_open_quote_ = false;  // the rest of the text has been searched for its end in vain
};

}  // namespace sweep
