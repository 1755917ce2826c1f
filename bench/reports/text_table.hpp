#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sweep {

/// What stands below tables that did not fit, so that nobody takes the parts for all.
inline constexpr const char* kFoldNote =
    "(Rows go on below for want of width: COLUMNS=200, a pipe, or --json has them whole.)";

/// A plain text table: columns as wide as they need to be, two blanks between them, no frame.
/// The first `text_columns` columns stand left, the others (numbers) right.
/// Names come from anywhere: entries stand as printable() shows them.
///
/// One that is wider than asked for is fitted, and loses nothing. First the texts are broken into
/// lines, down to 24 columns. If that is not enough, the table is folded: the columns that fit, in
/// their order, then below them the next ones, each time behind the first `key_columns`, which say
/// whose row it is and take at most half of the width.
class TextTable {
 public:
  TextTable(const std::vector<std::string>& header, std::size_t text_columns,
            std::size_t key_columns = 1);
  /// Adds a row, of as many entries as the header has.
  void add(std::vector<std::string> row);
  /// Lines of at most `width` columns, if that is said; kFoldNote ends them if it was folded.
  [[nodiscard]] std::string to_text(std::optional<std::size_t> width = {}) const;
  /// Lines without that note; `folded` becomes true if there should be one.
  [[nodiscard]] std::string to_text(std::optional<std::size_t> width, bool& folded) const;

 private:
  using Widths = std::vector<std::size_t>;
  using Columns = std::vector<std::size_t>;

  [[nodiscard]] Widths natural_widths() const;
  [[nodiscard]] bool narrow_texts(std::size_t width, Widths& widths) const;
  void limit(std::size_t width, Widths& widths) const;
  [[nodiscard]] std::vector<Columns> blocks(std::size_t width, const Widths& widths) const;
  [[nodiscard]] std::string block_text(const Columns& columns, const Widths& widths) const;

  std::vector<std::vector<std::string>> rows_;
  std::size_t text_columns_;
  std::size_t key_columns_;
};

}  // namespace sweep
