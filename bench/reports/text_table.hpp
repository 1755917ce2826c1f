#pragma once

#include <string>
#include <vector>

namespace sweep {

/// A plain text table: columns as wide as they need to be, two blanks between them, no frame.
/// The first `text_columns` columns stand left, the others (numbers) right.
/// Names come from anywhere: entries stand as printable() shows them.
class TextTable {
 public:
  TextTable(std::vector<std::string> header, std::size_t text_columns);
  /// Adds a row, of as many entries as the header has.
  void add(std::vector<std::string> row);
  [[nodiscard]] std::string to_text() const;

 private:
  std::vector<std::vector<std::string>> rows_;
  std::size_t text_columns_;
};

}  // namespace sweep
