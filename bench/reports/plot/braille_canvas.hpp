#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sweep {

/// Dots on a terminal: each character of it has 2 x 4, as a character of braille (Unicode 2800 to
/// 28FF). A character may show a letter instead. The last owner who drew in a character has it.
class BrailleCanvas {
 public:
  static constexpr std::size_t kDotsAcross = 2;
  static constexpr std::size_t kDotsDown = 4;

  BrailleCanvas(std::size_t columns, std::size_t rows)
      : columns_(columns), rows_(rows), cells_(columns * rows) {}

  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t width() const { return columns_ * kDotsAcross; }
  [[nodiscard]] std::size_t height() const { return rows_ * kDotsDown; }

  /// Sets a dot, counted from the left and from below; nothing happens outside of the canvas.
  void dot(std::ptrdiff_t x, std::ptrdiff_t y, std::size_t owner);
  /// Shows a letter where that dot is, unless there is one.
  void letter(std::ptrdiff_t x, std::ptrdiff_t y, char letter, std::size_t owner);

  /// A character, "" where nothing is drawn; `row` counts from above.
  [[nodiscard]] std::string text(std::size_t column, std::size_t row) const;
  [[nodiscard]] std::optional<std::size_t> owner(std::size_t column, std::size_t row) const;

 private:
  struct Cell {
    std::uint8_t dots = 0;
    char letter = 0;
    std::size_t owner = 0;
  };
  [[nodiscard]] Cell* cell_of(std::ptrdiff_t x, std::ptrdiff_t y);

  std::size_t columns_;
  std::size_t rows_;
  std::vector<Cell> cells_;  // row by row from above
};

}  // namespace sweep
