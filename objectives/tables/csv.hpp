#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sweep {

/// One cell of a line: its text without the quotes and without blanks around it.
struct CsvCell {
  std::string text;
  bool is_quoted = false;
  unsigned column = 1;  // in bytes, from 1
  std::string problem;  // what is wrong with its quotes
};

/// The lines of a CSV text (RFC 4180), one after the other. Empty lines are passed over.
///
/// Differs from the source in: blanks around cells do not count; LF ends a line, too; a quoted cell
/// ends on its line.
class CsvLines {
 public:
  explicit CsvLines(std::string_view text) : rest_(text) {}

  /// The next line's cells; false at the end.
  bool next(std::vector<CsvCell>& cells);
  /// The number of the line that next() gave, from 1.
  [[nodiscard]] unsigned line() const { return line_; }

 private:
  std::string_view rest_;
  unsigned line_ = 0;
};

}  // namespace sweep
